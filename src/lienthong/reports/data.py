"""The period rules that the product ships with: dated data with a source each; a new rule is a new row."""

_CCHC = "Công văn 581/BNV-CCHC: chốt ngày 14, gửi chậm nhất ngày 20 của tháng cuối kỳ"
_GENERAL = "Nghị định 09/2019/NĐ-CP về chế độ báo cáo của cơ quan hành chính nhà nước"
_CALENDAR = "Quý, nửa năm, năm dương lịch, khi văn bản yêu cầu báo cáo không nói khác"

#: regime, kind, index, (start day, month, year offset), (end day, month), (due day, month) or None, source
PERIOD_RULES = (
    ("cchc", "quarter", 1, (15, 12, -1), (14, 3), (20, 3), _CCHC),
    ("cchc", "half", 1, (15, 12, -1), (14, 6), (20, 6), _CCHC),
    ("cchc", "quarter", 3, (15, 6, 0), (14, 9), (20, 9), _CCHC),
    ("cchc", "year", 1, (15, 12, -1), (14, 12), (20, 12), _CCHC),
    ("general", "quarter", 1, (15, 12, -1), (14, 3), None, _GENERAL),
    ("general", "quarter", 2, (15, 3, 0), (14, 6), None, _GENERAL),
    ("general", "quarter", 3, (15, 6, 0), (14, 9), None, _GENERAL),
    ("general", "quarter", 4, (15, 9, 0), (14, 12), None, _GENERAL),
    ("general", "half", 1, (15, 12, -1), (14, 6), None, _GENERAL),
    ("general", "half", 2, (15, 6, 0), (14, 12), None, _GENERAL),
    ("general", "year", 1, (15, 12, -1), (14, 12), None, _GENERAL),
    ("calendar", "quarter", 1, (1, 1, 0), (31, 3), None, _CALENDAR),
    ("calendar", "quarter", 2, (1, 4, 0), (30, 6), None, _CALENDAR),
    ("calendar", "quarter", 3, (1, 7, 0), (30, 9), None, _CALENDAR),
    ("calendar", "quarter", 4, (1, 10, 0), (31, 12), None, _CALENDAR),
    ("calendar", "half", 1, (1, 1, 0), (30, 6), None, _CALENDAR),
    ("calendar", "half", 2, (1, 7, 0), (31, 12), None, _CALENDAR),
    ("calendar", "year", 1, (1, 1, 0), (31, 12), None, _CALENDAR),
)
