"""Assignments in every form in which offices write them, one phenomenon a case.

An expected line is "section: first words [lead; lead] (support; support)".
"""

import pytest
from body_helpers import tasks_of

FIELDS = {
    "dashes": (
        """
        I. NHIỆM VỤ
        1. Tổ chức hội nghị triển khai đề án đến các thôn.
        - Đơn vị chủ trì: Phòng Kinh tế.
        - Đơn vị phối hợp: Các thôn, tổ dân phố.
        """,
        ["I.1: Tổ chức hội nghị triển [Phòng Kinh tế] (Các thôn, tổ dân phố)"],
    ),
    "letters": (
        """
        2. Số hóa hồ sơ hộ tịch
        a) Nội dung: Quét sổ hộ tịch.
        b) Cơ quan thực hiện: Phòng Văn hóa - Xã hội.
        c) Cơ quan phối hợp: Công an xã; Trung tâm Phục vụ hành chính công.
        """,
        ["2: Số hóa hồ sơ hộ [Phòng Văn hóa - Xã hội] (Công an xã; Trung tâm Phục vụ hành chính công)"],
    ),
    "plus signs under a dash": (
        """
        1. Truyền thông
        - Phát thanh chuyên mục pháp luật hằng tuần.
        + Chủ trì: Trung tâm Văn hóa, Thể thao xã.
        + Phối hợp: Văn phòng HĐND và UBND.
        - Treo pa nô tại các ngã tư chính.
        + Chủ trì: Phòng Kinh tế.
        """,
        [
            "1: Phát thanh chuyên mục pháp [Trung tâm Văn hóa, Thể thao xã] (Văn phòng HĐND và UBND)",
            "1: Treo pa nô tại [Phòng Kinh tế]",
        ],
    ),
    "without a mark": (
        """
        3. Lập danh sách hộ nghèo cần hỗ trợ nhà ở
        Đơn vị thực hiện: Phòng Văn hóa - Xã hội
        Đơn vị phối hợp: Ủy ban MTTQ Việt Nam xã, Trưởng các thôn
        """,
        ["3: Lập danh sách hộ [Phòng Văn hóa - Xã hội] (Ủy ban MTTQ Việt Nam xã; Trưởng các thôn)"],
    ),
    "bold in Markdown": (
        """
        1. Nâng cấp đường truyền tại trụ sở thôn

        - **Đơn vị chủ trì:** Phòng Kinh tế.

        - **Thời gian thực hiện:** Quý II/2026.
        """,
        ["1: Nâng cấp đường truyền tại [Phòng Kinh tế]"],
    ),
    "stars": (
        """
        2. Kiểm tra vệ sinh an toàn thực phẩm
        - Kiểm tra các cơ sở chế biến trên địa bàn.
        * Đơn vị chủ trì: Trạm Y tế.
        * Đơn vị phối hợp: Công an xã.
        """,
        ["2: Kiểm tra vệ sinh an [Trạm Y tế] (Công an xã)"],
    ),
    "marks that scanning changed": (
        """
        1. Tổ chức Ngày Pháp luật
        - Cơ quan chủ tri: Văn phòng HĐND và UBND xã.
        - Cơ quan phôi hợp: Các thôn, trường học.
        """,
        ["1: Tổ chức Ngày Pháp [Văn phòng HĐND và UBND xã] (Các thôn, trường học)"],
    ),
    "numbers": (
        """
        a) Xây dựng bản đồ số các điểm du lịch
        1) Đơn vị chủ trì: Phòng Kinh tế
        2) Đơn vị phối hợp: Đoàn Thanh niên xã
        """,
        ["a: Xây dựng bản đồ [Phòng Kinh tế] (Đoàn Thanh niên xã)"],
    ),
    "labels that change within a document": (
        """
        1. Khảo sát nhu cầu học nghề
        - Cơ quan chủ trì: Phòng Văn hóa - Xã hội
        2. Mở lớp dạy nghề trồng nấm
        - Đơn vị thực hiện: Hội Nông dân xã
        3. Giới thiệu việc làm cho thanh niên
        - Chủ trì: Đoàn Thanh niên xã
        """,
        [
            "1: Khảo sát nhu cầu học [Phòng Văn hóa - Xã hội]",
            "2: Mở lớp dạy nghề [Hội Nông dân xã]",
            "3: Giới thiệu việc làm cho [Đoàn Thanh niên xã]",
        ],
    ),
    "several fields in one paragraph": (
        """
        1. Tập huấn kỹ năng số cho tổ công nghệ số cộng đồng. Đơn vị chủ trì: Phòng Văn hóa - Xã hội; đơn vị phối hợp: \
Đoàn Thanh niên xã; thời gian thực hiện: Quý I/2026.
        """,
        ["1: Tập huấn kỹ năng số [Phòng Văn hóa - Xã hội] (Đoàn Thanh niên xã)"],
    ),
    "several bodies in a field line each": (
        """
        4. Diễn tập chữa cháy rừng
        - Đơn vị chủ trì:
        + Ban Chỉ huy Quân sự xã;
        + Công an xã.
        - Thời gian: tháng 3/2026.
        """,
        ["4: Diễn tập chữa cháy rừng [Ban Chỉ huy Quân sự xã; Công an xã]"],
    ),
    "duties told in the field": (
        """
        1. Công khai thủ tục hành chính
        - Cơ quan chủ trì: Phòng Nội vụ cập nhật lên trang thông tin; Bộ phận Một cửa niêm yết tại trụ sở.
        """,
        ["1: Công khai thủ tục hành [Phòng Nội vụ; Bộ phận Một cửa]"],
    ),
    "in brackets after a title": (
        """
        3. Truyền thông (Chủ trì: Trung tâm Dịch vụ tổng hợp; phối hợp: Phòng Kinh tế; thời gian: tháng 9/2025)
        Xây dựng tin, bài trên loa truyền thanh.
        """,
        ["3: Truyền thông [Trung tâm Dịch vụ tổng hợp] (Phòng Kinh tế)"],
    ),
    "lead and support in one sentence of a field": (
        """
        1. Tổ chức lễ phát động
        a) Địa điểm: Nhà văn hóa xã.
        b) Đơn vị thực hiện: Phòng Kinh tế chủ trì, phối hợp với Văn phòng HĐND và UBND.
        """,
        ["1: Tổ chức lễ phát động [Phòng Kinh tế] (Văn phòng HĐND và UBND)"],
    ),
    "a field that only supports, under a heading that leads": (
        """
        2. Trạm Y tế
        - Khám sức khỏe học sinh.
        + Đơn vị phối hợp: Các trường học.
        """,
        ["2: Khám sức khỏe học sinh [Trạm Y tế] (Các trường học)"],
    ),
    "a field value that wraps": (
        """
        1. Tổ chức ngày hội văn hóa các dân tộc nhân kỷ niệm ngày thành lập xã, gắn
        với quảng bá sản phẩm của địa phương.
        - Đơn vị phối hợp: Ủy ban Mặt trận Tổ quốc Việt Nam xã; Hội Liên hiệp Phụ nữ
        xã; các trường học trên địa bàn.
        - Đơn vị chủ trì: Trung tâm Văn hóa – Thể thao – Du lịch và Truyền
        thông.
        """,
        [
            "1: Tổ chức ngày hội [Trung tâm Văn hóa – Thể thao – Du lịch và Truyền thông] "
            "(Ủy ban Mặt trận Tổ quốc Việt Nam xã; Hội Liên hiệp Phụ nữ xã; các trường học trên địa bàn)"
        ],
    ),
}

HEADINGS = {
    "dashes": (
        """
        V. TỔ CHỨC THỰC HIỆN
        1. Phòng Kinh tế
        - Tham mưu phân bổ kinh phí.
        - Thẩm định dự toán.
        """,
        ["V.1: Tham mưu phân bổ kinh [Phòng Kinh tế]", "V.1: Thẩm định dự toán [Phòng Kinh tế]"],
    ),
    "letters": (
        """
        1. Văn phòng HĐND và UBND xã
        a) Đôn đốc các bộ phận báo cáo.
        b) Tổng hợp kết quả hằng quý.
        """,
        [
            "1.a: Đôn đốc các bộ [Văn phòng HĐND và UBND xã]",
            "1.b: Tổng hợp kết quả hằng [Văn phòng HĐND và UBND xã]",
        ],
    ),
    "a paragraph": (
        """
        2. Công an xã
        Bảo đảm an ninh trật tự tại các điểm bỏ phiếu trong suốt thời gian bầu cử.
        """,
        ["2: Bảo đảm an ninh [Công an xã]"],
    ),
    "run-in": (
        """
        3. Trạm Y tế xã: Phân công cán bộ trực cấp cứu trong các ngày lễ.
        """,
        ["3: Phân công cán bộ trực [Trạm Y tế xã]"],
    ),
    "asked": (
        """
        4. Đề nghị Hội Liên hiệp Phụ nữ xã
        - Vận động hội viên phân loại rác tại nhà.
        5. Giao Trưởng các thôn
        - Thông báo lịch thu gom đến từng hộ.
        """,
        [
            "4: Vận động hội viên phân [Hội Liên hiệp Phụ nữ xã]",
            "5: Thông báo lịch thu [Trưởng các thôn]",
        ],
    ),
    "people of a school": (
        """
        IV. Phân công nhiệm vụ:
        1. Thầy Nguyễn Văn A - Phó Hiệu trưởng: Phụ trách chung.
        2. GVCN các lớp: Quản lý học sinh.
        """,
        ["IV.1: Phụ trách chung [Thầy Nguyễn Văn A - Phó Hiệu trưởng]", "IV.2: Quản lý học sinh [GVCN các lớp]"],
    ),
    "several bodies and a colon": (
        """
        2. Phòng Nội vụ; Văn phòng HĐND và UBND: Theo chức năng phối hợp thực hiện.
        3. Các trường học trên địa bàn: tổng vệ sinh lớp học.
        """,
        [
            "2: Theo chức năng [Phòng Nội vụ; Văn phòng HĐND và UBND]",
            "3: tổng vệ sinh lớp học [Các trường học trên địa bàn]",
        ],
    ),
    "about bodies, with nothing for them to do": (
        """
        a) Đối với tập thể Ủy ban nhân dân cấp xã:
        - Về thành phần dự họp: thực hiện theo khoản 3.
        - Thẩm quyền đánh giá: Ban Thường vụ.
        """,
        [],
    ),
    "with regard to": (
        """
        2.1. Đối với các chi bộ trực thuộc
        - Quán triệt nghị quyết đến toàn thể đảng viên.
        """,
        ["2.1: Quán triệt nghị quyết đến [các chi bộ trực thuộc]"],
    ),
    "responsibility of": (
        """
        1. Trách nhiệm của Sở Nội vụ
        - Theo dõi việc thực hiện chỉ thị.
        """,
        ["1: Theo dõi việc thực [Sở Nội vụ]"],
    ),
    "support within an item": (
        """
        2. Thanh tra tỉnh
        - Chủ trì, phối hợp với các Sở, ban, ngành và Công an tỉnh xây dựng kế hoạch thanh tra.
        - Phối hợp với Sở Tài chính kiểm tra việc sử dụng ngân sách.
        """,
        [
            "2: Chủ trì, phối hợp với [Thanh tra tỉnh] (các Sở, ban, ngành; Công an tỉnh)",
            "2: Phối hợp với Sở Tài [Thanh tra tỉnh]",
        ],
    ),
    "a colon and a list": (
        """
        a) Ủy ban nhân dân các xã, phường:
        - Rà soát hộ nằm trong vùng sạt lở;
        - Chuẩn bị phương án sơ tán.
        b) Bộ Chỉ huy Quân sự tỉnh:
        - Bố trí lực lượng ứng trực.
        """,
        [
            "a: Rà soát hộ nằm [Ủy ban nhân dân các xã, phường]",
            "a: Chuẩn bị phương án sơ [Ủy ban nhân dân các xã, phường]",
            "b: Bố trí lực lượng ứng [Bộ Chỉ huy Quân sự tỉnh]",
        ],
    ),
    "a sentence and a list": (
        """
        c) Sở Tài chính chủ trì, phối hợp với Sở Xây dựng:
        - Thẩm định giá vật liệu;
        - Công bố giá hằng tháng.
        """,
        [
            "c: Thẩm định giá vật liệu [Sở Tài chính] (Sở Xây dựng)",
            "c: Công bố giá hằng tháng [Sở Tài chính] (Sở Xây dựng)",
        ],
    ),
    "a general name within an item stays with the heading": (
        """
        8. Các phòng chuyên môn thuộc xã
        c) Các phòng gửi báo cáo về Văn phòng trước ngày 20/12/2025.
        """,
        ["8.c: Các phòng gửi báo [Các phòng chuyên môn thuộc xã]"],
    ),
    "another body within an item takes it": (
        """
        9. Ủy ban nhân dân các xã
        - Chủ tịch Ủy ban nhân dân xã chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân tỉnh.
        - Kiểm tra các bến bãi.
        """,
        [
            "9: chịu trách nhiệm trước Chủ [Chủ tịch Ủy ban nhân dân xã]",
            "9: Kiểm tra các bến bãi [Ủy ban nhân dân các xã]",
        ],
    ),
    "wrapped heading and items": (
        """
        IV. TỔ CHỨC THỰC HIỆN
        1. Các chủ đầu tư xây dựng và kinh doanh hạ tầng cụm công nghiệp, khu công
        nghiệp trên địa bàn tỉnh
        - Phối hợp chặt chẽ với các doanh nghiệp viễn thông trong quá trình khảo sát,
        lắp đặt thiết bị tại khu vực do mình quản lý.
        """,
        [
            "IV.1: Phối hợp chặt chẽ với [Các chủ đầu tư xây dựng và kinh doanh hạ tầng cụm công nghiệp, "
            "khu công nghiệp trên địa bàn tỉnh]"
        ],
    ),
    "a team named after its work": (
        """
        3. Đoàn kiểm tra
        - Lập biên bản kiểm tra tại hiện trường.
        4. Bộ phận Tiếp nhận và Trả kết quả
        - Niêm yết giá dịch vụ.
        """,
        ["3: Lập biên bản kiểm [Đoàn kiểm tra]", "4: Niêm yết giá dịch [Bộ phận Tiếp nhận và Trả kết quả]"],
    ),
    "a topic is no body": (
        """
        1. Phòng, chống dịch bệnh
        - Phun khử khuẩn tại chợ.
        2. Tổ chức hội thi
        - Thời lượng 90 phút.
        3. Bộ tiêu chí đánh giá
        - Gồm 10 tiêu chí.
        4. Ban hành văn bản
        - Đúng thẩm quyền.
        5. Hội nghị sơ kết
        - Mỗi năm một lần.
        6. Đội ngũ cán bộ
        - Đủ về số lượng.
        7. Thanh tra, kiểm tra
        - Theo kế hoạch năm.
        """,
        [],
    ),
}

INLINE = {
    "given": (
        "1. Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ, Công an tỉnh rà soát văn bản.",
        ["1: chủ trì, phối hợp với [Sở Tư pháp] (Sở Nội vụ; Công an tỉnh)"],
    ),
    "asked": (
        "2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh tuyên truyền, vận động Nhân dân.",
        ["2: tuyên truyền, vận động Nhân [Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh]"],
    ),
    "a body as subject": (
        "5. Công an tỉnh phối hợp với Sở Xây dựng xử lý xe quá tải.",
        ["5: phối hợp với Sở Xây [Công an tỉnh]"],
    ),
    "a chain of bodies": (
        "5.1. Các đảng ủy, chi bộ trực thuộc tổ chức quán triệt nghị quyết.",
        ["5.1: tổ chức quán triệt nghị [Các đảng ủy, chi bộ trực thuộc]"],
    ),
    "party numbers with dashes": (
        "1- Lãnh đạo\n1.1- Các chi bộ trực thuộc xây dựng kế hoạch thực hiện.",
        ["1.1: xây dựng kế hoạch [Các chi bộ trực thuộc]"],
    ),
    "an order after a decision": (
        "4. Về hỗ trợ kinh phí: Đồng ý về chủ trương. Giao Sở Tài chính trình phương án.",
        ["4: trình phương án [Sở Tài chính]"],
    ),
    "another body after a semicolon": (
        "3. Giao Sở Văn hóa, Thể thao và Du lịch chuẩn bị lễ hội; Sở Y tế bảo đảm công tác y tế.",
        ["3: chuẩn bị lễ hội [Sở Văn hóa, Thể thao và Du lịch]", "3: bảo đảm công tác y tế [Sở Y tế]"],
    ),
    "an unnumbered order after a numbered one": (
        "6. Giao Văn phòng đôn đốc.\nGiao Sở Tài chính báo cáo kết quả giải ngân hằng tháng.\n7. Việc khác.",
        ["6: đôn đốc [Văn phòng]", "6: báo cáo kết quả giải ngân [Sở Tài chính]"],
    ),
    "a subject after a colon": (
        "5. Đối với các dự án khởi công mới: các chủ đầu tư hoàn thành hồ sơ mời thầu.",
        ["5: hoàn thành hồ sơ mời thầu [các chủ đầu tư]"],
    ),
    "two bodies": (
        "III.\n3. Hội Nông dân và các tổ chức chính trị - xã hội xã có kế hoạch vận động hội viên.",
        ["3: có kế hoạch vận động [Hội Nông dân; các tổ chức chính trị - xã hội xã]"],
    ),
    "a verb within the name": (
        "5.6. Các cơ quan tham mưu, giúp việc Đảng ủy thường xuyên kiểm tra, đôn đốc.",
        ["5.6: thường xuyên kiểm tra, đôn [Các cơ quan tham mưu, giúp việc Đảng ủy]"],
    ),
    "responsible": (
        "2. Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ có trách nhiệm rà soát các chương trình.",
        ["2: có trách nhiệm rà soát [Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ]"],
    ),
    "a clause in front": (
        "3. Trước ngày 10/12/2025, các thôn gửi danh sách về Ủy ban nhân dân xã.",
        ["3: gửi danh sách về Ủy [các thôn]"],
    ),
    "people in office": (
        "4. Chủ tịch Ủy ban nhân dân các xã, phường trực tiếp chỉ đạo công tác tiếp dân.",
        ["4: trực tiếp chỉ đạo công [Chủ tịch Ủy ban nhân dân các xã, phường]"],
    ),
    "in a dash": (
        "1. Nhận thức\n- Từng cơ quan, đơn vị chủ động xây dựng kế hoạch.",
        ["1: chủ động xây dựng kế [Từng cơ quan, đơn vị]"],
    ),
    "one sentence each": (
        "1. Giao Phòng Kinh tế lập dự toán. Giao Văn phòng tổng hợp, trình Chủ tịch.",
        ["1: lập dự toán [Phòng Kinh tế]", "1: tổng hợp, trình Chủ tịch [Văn phòng]"],
    ),
    "capital names": (
        "c) Bộ Quốc phòng, Bộ Công an chỉ đạo các đơn vị đóng quân hỗ trợ địa phương.",
        ["c: chỉ đạo các đơn vị [Bộ Quốc phòng; Bộ Công an]"],
    ),
    "a foreign ministry": (
        "1. Bộ Ngoại giao cung cấp thông tin cho báo chí.",
        ["1: cung cấp thông tin cho [Bộ Ngoại giao]"],
    ),
    "public units": (
        "1. Các đơn vị sự nghiệp công lập rà soát giá dịch vụ.",
        ["1: rà soát giá dịch [Các đơn vị sự nghiệp công lập]"],
    ),
    "an abbreviated body": (
        "1. UBND các xã, phường thông báo rộng rãi đến Nhân dân.",
        ["1: thông báo rộng rãi đến [UBND các xã, phường]"],
    ),
    "an order in an unnumbered paragraph": (
        "Thực hiện Công văn số 15/SNV-CCHC ngày 02/7/2025, Ủy ban nhân dân xã đề nghị các thôn báo cáo số liệu trước "
        "ngày 10/7/2025.",
        [": báo cáo số liệu trước [các thôn]"],
    ),
}

LEAD_IN = {
    "ordered": (
        """
        Ban Thường vụ Đảng ủy yêu cầu các chi bộ, Đoàn Thanh niên xã thực hiện tốt một số nội dung sau:
        1. Quán triệt chỉ thị đến đảng viên.
        2. Đăng ký việc làm theo hằng năm.
        """,
        [
            "1: Quán triệt chỉ thị đến [các chi bộ; Đoàn Thanh niên xã]",
            "2: Đăng ký việc làm [các chi bộ; Đoàn Thanh niên xã]",
        ],
    ),
    "asked, with headings": (
        """
        Ủy ban nhân dân xã đề nghị các cơ quan, đơn vị triển khai các nhiệm vụ sau:
        1. Về nhận thức
        - Tổ chức sinh hoạt chuyên đề.
        - Từng chi đoàn đăng ký một công trình.
        2. Về hành động
        - Ra quân làm sạch đường làng.
        """,
        [
            "1: Tổ chức sinh hoạt chuyên [các cơ quan, đơn vị]",
            "1: đăng ký một công [Từng chi đoàn]",
            "2: Ra quân làm sạch [các cơ quan, đơn vị]",
        ],
    ),
    "a subject that must": (
        """
        II. NHIỆM VỤ
        Trong thời gian tới, các sở, ban, ngành cần tập trung thực hiện các nhiệm vụ sau đây:
        a) Hoàn thiện cơ sở dữ liệu.
        b) Cắt giảm thủ tục.
        """,
        ["II.a: Hoàn thiện cơ sở dữ [các sở, ban, ngành]", "II.b: Cắt giảm thủ tục [các sở, ban, ngành]"],
    ),
    "the office's own plan gives nobody a task": (
        """
        Ủy ban nhân dân xã xây dựng Kế hoạch tuyên truyền năm 2026, cụ thể như sau:
        1. Tuyên truyền trên hệ thống loa truyền thanh.
        2. Tuyên truyền qua trang thông tin điện tử.
        """,
        [],
    ),
    "with lead and support": (
        """
        Ủy ban nhân dân xã giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với Trạm Y tế thực hiện các nội dung sau:
        1. Lập danh sách người cao tuổi.
        """,
        ["1: Lập danh sách người cao [Phòng Văn hóa - Xã hội] (Trạm Y tế)"],
    ),
    "a section that names bodies within the list": (
        """
        Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ngành thực hiện một số việc sau:
        1. Tăng cường kiểm tra nội bộ.
        2. Tổ chức thực hiện
        2.1. Sở Nội vụ theo dõi, đôn đốc việc thực hiện.
        """,
        ["1: Tăng cường kiểm tra nội [các sở, ngành]", "2.1: theo dõi, đôn đốc việc [Sở Nội vụ]"],
    ),
}

NONE = {
    "the enforcement clause": "Điều 3. Chánh Văn phòng, Trưởng phòng Kinh tế chịu trách nhiệm thi hành Quyết định này.",
    "the closing paragraph": "1. Việc.\nTrong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo Ủy ban xã.",
    "above is the plan": (
        "1. Việc chung.\nTrên đây là Kế hoạch năm 2026. Đề nghị các cơ quan, đơn vị triển khai thực hiện./."
    ),
    "the order as a whole": "1. Việc chung.\nYêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.",
    "aims": "I. MỤC ĐÍCH, YÊU CẦU\n1. Yêu cầu\n- Các cơ quan, đơn vị phối hợp chặt chẽ trong quá trình thực hiện.",
    "contents without a body": "II. NỘI DUNG\n1. Tuyên truyền về ý nghĩa của đề án.\n2. Giới thiệu các mô hình hay.",
    "what was done": "II. KẾT QUẢ\n1. Phòng Kinh tế đã tham mưu ban hành 12 văn bản.",
    "a team may": "1. Đoàn kiểm tra được sử dụng con dấu của Sở Công Thương.",
    "funding": "IV. KINH PHÍ\nKinh phí thực hiện được bố trí từ ngân sách xã.",
    "the basis": "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\nTheo đề nghị của Sở Nội vụ.",
    "a list of things": "1. Thiết bị\n- Cơ quan chủ trì, thành phần, số lượng cử tri tham dự hội nghị.",
}


@pytest.mark.parametrize("text, expected", FIELDS.values(), ids=FIELDS.keys())
def test_field_groups(text: str, expected: list[str]) -> None:
    assert tasks_of(text, expected) == expected


@pytest.mark.parametrize("text, expected", HEADINGS.values(), ids=HEADINGS.keys())
def test_headings_that_name_bodies(text: str, expected: list[str]) -> None:
    assert tasks_of(text, expected) == expected


@pytest.mark.parametrize("text, expected", INLINE.values(), ids=INLINE.keys())
def test_sentences_that_name_bodies(text: str, expected: list[str]) -> None:
    assert tasks_of(text, expected) == expected


@pytest.mark.parametrize("text, expected", LEAD_IN.values(), ids=LEAD_IN.keys())
def test_lists_whose_bodies_the_sentence_before_names(text: str, expected: list[str]) -> None:
    assert tasks_of(text, expected) == expected


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_nothing_is_invented(text: str) -> None:
    assert tasks_of(text) == []


def test_a_report_tells_what_was_done_and_assigns_nothing() -> None:
    text = """
        1. Công tác thanh tra
        - Thanh tra tỉnh tổ chức 03 cuộc thanh tra.
        4. Đề xuất, kiến nghị
        Đề nghị Bộ Nội vụ:
        (1) Sớm ban hành thông tư.
        """
    expected = ["4.1: Sớm ban hành thông tư [Bộ Nội vụ]"]
    assert tasks_of(text, expected, type="báo cáo") == expected
