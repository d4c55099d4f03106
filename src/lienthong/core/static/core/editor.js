// Loaded before the editor, which asks window.gettext for some of its words and writes others as they are. Also gives
// the field it draws the name that the label gives, because the editor takes the place of the labelled text field.
(() => {
  const WORDS = {
    "paragraph": "đoạn văn", "Paragraph": "Đoạn văn", "heading 2": "đề mục", "Heading 2": "Đề mục",
    "heading 3": "đề mục nhỏ", "Heading 3": "Đề mục nhỏ", "unordered list": "danh sách", "ordered list": "danh sách đánh số",
    "List properties": "Kiểu đánh số", "blockquote": "trích dẫn", "bold": "đậm", "italic": "nghiêng",
    "insert link": "chèn liên kết", "remove link": "bỏ liên kết", "Insert table": "Chèn bảng", "Add column": "Thêm cột",
    "Delete column": "Bỏ cột", "Add row": "Thêm dòng", "Delete row": "Bỏ dòng", "Merge cells": "Gộp ô", "Split cell": "Tách ô",
    "Toggle header cell": "Ô tiêu đề", "Delete table": "Bỏ bảng", "undo": "hoàn tác", "redo": "làm lại",
    "Edit Link": "Liên kết", "URL": "Địa chỉ", "Title": "Chữ hiện khi trỏ vào", "Update": "Lưu", "Cancel": "Thôi",
    "Insert": "Chèn", "Insert Table": "Chèn bảng", "Table Properties": "Bảng", "Rows": "Số dòng", "Columns": "Số cột",
    "Include header row": "Có dòng tiêu đề", "List Properties": "Kiểu đánh số", "List type": "Kiểu đánh số",
    "Start at": "Bắt đầu từ", "Decimal numbers": "1, 2, 3", "Lowercase letters": "a, b, c", "Uppercase letters": "A, B, C",
    "Lowercase Roman numerals": "i, ii, iii", "Uppercase Roman numerals": "I, II, III", "Block style": "Kiểu đoạn",
  };
  const vietnamese = document.documentElement.lang === "vi";
  const word = (english) => (vietnamese && WORDS[english]) || english;
  window.gettext = word;

  const set = (element, attribute) => {
    const present = element.getAttribute(attribute);
    if (present && word(present) !== present) element.setAttribute(attribute, word(present));
  };
  const say = () => {
    for (const button of document.querySelectorAll(".prose-menubar button")) {
      set(button, "title");
      set(button, "aria-label");
    }
    for (const choice of document.querySelectorAll(".prose-menubar__option > *")) {
      if (word(choice.textContent) !== choice.textContent) choice.textContent = word(choice.textContent);
    }
    for (const editor of document.querySelectorAll(".tiptap:not([aria-label])")) {
      const label = editor.closest(".field")?.querySelector("label");
      if (label) editor.setAttribute("aria-label", label.textContent.trim());
    }
  };
  document.addEventListener("DOMContentLoaded", () => {
    say();
    new MutationObserver(say).observe(document.body, { childList: true, subtree: true });
  });
})();
