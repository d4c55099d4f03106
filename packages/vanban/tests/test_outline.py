"""The outline: one way of numbering, or one thing that is no heading, in each case."""

import pytest
from body_helpers import body_of, outline_of

CASES = {
    "roman, number, dash": (
        """
        I. MỤC ĐÍCH, YÊU CẦU
        1. Mục đích
        - Nâng cao chất lượng phục vụ.
        2. Yêu cầu
        - Bảo đảm đúng tiến độ.
        II. NỘI DUNG
        1. Rà soát toàn bộ thủ tục hành chính trên địa bàn.
        2. Niêm yết công khai tại trụ sở.
        """,
        ["I MỤC ĐÍCH, YÊU CẦU", ">1 Mục đích", ">2 Yêu cầu", "II NỘI DUNG"],
    ),
    "capital letters over roman numbers": (
        """
        A. PHẦN CHUNG
        I. Tình hình
        Trong năm qua xã đạt nhiều kết quả.
        II. Hạn chế
        Một số việc còn chậm.
        B. NHIỆM VỤ
        I. Trọng tâm
        Thực hiện tốt các khâu đột phá.
        """,
        ["A PHẦN CHUNG", ">I Tình hình", ">II Hạn chế", "B NHIỆM VỤ", ">I Trọng tâm"],
    ),
    "dash after the roman number": (
        """
        I- ĐẶC ĐIỂM TÌNH HÌNH
        Xã có 12 thôn.
        II- PHƯƠNG HƯỚNG
        Tập trung hoàn thành chỉ tiêu.
        """,
        ["I ĐẶC ĐIỂM TÌNH HÌNH", "II PHƯƠNG HƯỚNG"],
    ),
    "slash after the number": (
        """
        I/ Mục tiêu
        1/ Mục tiêu chung
        Xây dựng chính quyền số.
        2/ Mục tiêu cụ thể
        Đạt 80% hồ sơ trực tuyến.
        """,
        ["I Mục tiêu", ">1 Mục tiêu chung", ">2 Mục tiêu cụ thể"],
    ),
    "dash after the number": (
        """
        1- Công tác tuyên truyền
        - Treo băng rôn tại trụ sở.
        2- Công tác kiểm tra
        - Mỗi quý kiểm tra một lần.
        """,
        ["1 Công tác tuyên truyền", "2 Công tác kiểm tra"],
    ),
    "decimals in three depths": (
        """
        1. Nhiệm vụ chung
        1.1. Về thể chế
        1.1.1. Văn bản
        Ban hành quy chế trong quý.
        1.1.2. Rà soát
        Rà soát văn bản cũ.
        1.2. Về nhân lực
        Cử cán bộ đi học.
        """,
        ["1 Nhiệm vụ chung", ">1.1 Về thể chế", ">>1.1.1 Văn bản", ">>1.1.2 Rà soát", ">1.2 Về nhân lực"],
    ),
    "decimals without a final point": (
        """
        2. Giải pháp
        2.1 Về hạ tầng
        Nâng cấp đường truyền.
        2.2 Về dữ liệu
        Làm sạch dữ liệu dân cư.
        """,
        ["2 Giải pháp", ">2.1 Về hạ tầng", ">2.2 Về dữ liệu"],
    ),
    "chapters, articles and clauses": (
        """
        Chương I
        QUY ĐỊNH CHUNG
        Điều 1. Phạm vi điều chỉnh
        Quy chế này quy định việc sử dụng hệ thống.
        Điều 2. Đối tượng áp dụng
        1. Cán bộ, công chức xã.
        2. Tổ chức, cá nhân có liên quan.
        Chương II
        TỔ CHỨC THỰC HIỆN
        Điều 3. Hiệu lực
        Quy chế có hiệu lực từ ngày ký.
        """,
        [
            "Chương I QUY ĐỊNH CHUNG",
            ">Điều 1 Phạm vi điều chỉnh",
            ">Điều 2 Đối tượng áp dụng",
            "Chương II TỔ CHỨC THỰC HIỆN",
            ">Điều 3 Hiệu lực",
        ],
    ),
    "parts named by ordinals": (
        """
        Phần thứ nhất
        KẾT QUẢ NĂM 2024
        I. Kinh tế
        Thu ngân sách đạt dự toán.
        Phần thứ hai
        NHIỆM VỤ NĂM 2025
        I. Chỉ tiêu
        Thu ngân sách tăng 10%.
        """,
        ["Phần thứ nhất KẾT QUẢ NĂM 2024", ">I Kinh tế", "Phần thứ hai NHIỆM VỤ NĂM 2025", ">I Chỉ tiêu"],
    ),
    "sections and subsections": (
        """
        Mục 1. TIẾP NHẬN VĂN BẢN
        Tiểu mục 1. Văn bản giấy
        Văn thư đóng dấu đến.
        Tiểu mục 2. Văn bản điện tử
        Văn thư kiểm tra chữ ký số.
        Mục 2. LƯU TRỮ
        Hồ sơ nộp lưu hằng năm.
        """,
        [
            "Mục 1 TIẾP NHẬN VĂN BẢN",
            ">Tiểu mục 1 Văn bản giấy",
            ">Tiểu mục 2 Văn bản điện tử",
            "Mục 2 LƯU TRỮ",
        ],
    ),
    "letters with đ": (
        """
        1. Các nhóm việc
        d) Chế độ công vụ
        Thực hiện văn hóa công sở.
        đ) Tài chính công
        Công khai ngân sách.
        e) Chính quyền số
        Dùng chữ ký số.
        """,
        ["1 Các nhóm việc", ">d Chế độ công vụ", ">đ Tài chính công", ">e Chính quyền số"],
    ),
    "an article that is a sentence is no heading": (
        """
        Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Ủy ban nhân dân xã.
        Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
        Điều 3. Chánh Văn phòng và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.
        """,
        [],
    ),
    "numbered sentences are no headings": (
        """
        II. NỘI DUNG
        1. Tuyên truyền sâu rộng đến mọi tầng lớp Nhân dân về ý nghĩa của đề án. Giới thiệu điển hình.
        2. Tổ chức ký cam kết giữa các hộ kinh doanh.
        """,
        ["II NỘI DUNG"],
    ),
    "a task with only its fields is a leaf": (
        """
        I. NHIỆM VỤ
        1. Tổ chức hội nghị triển khai đề án đến các thôn.
        - Đơn vị chủ trì: Phòng Kinh tế.
        - Thời gian thực hiện: Quý I/2026.
        2. Lắp đặt bảng tin công cộng
        - Đơn vị chủ trì: Trung tâm Dịch vụ tổng hợp.
        - Thời gian thực hiện: Quý II/2026.
        """,
        ["I NHIỆM VỤ"],
    ),
    "a title with a text besides its fields is a heading": (
        """
        III. HÌNH THỨC
        1. Tuyên truyền trực quan
        - Treo pa nô, áp phích tại các điểm công cộng.
        - Đơn vị thực hiện: Trung tâm Dịch vụ tổng hợp.
        - Thời gian: Tháng 9/2025.
        """,
        ["III HÌNH THỨC", ">1 Tuyên truyền trực quan"],
    ),
    "lettered fields are no headings": (
        """
        1. Số hóa hồ sơ hộ tịch
        a) Nội dung: Quét và nhập dữ liệu sổ hộ tịch.
        b) Cơ quan thực hiện: Phòng Văn hóa - Xã hội.
        c) Thời gian: Trong năm 2026.
        """,
        ["1 Số hóa hồ sơ hộ tịch"],
    ),
    "run-in headings among their like": (
        """
        5. Các lĩnh vực
        a) Giáo dục: Triển khai học bạ số tại các trường.
        b) Y tế: Lập hồ sơ sức khỏe điện tử cho người dân.
        c) Nông nghiệp: Truy xuất nguồn gốc sản phẩm.
        """,
        ["5 Các lĩnh vực", ">a Giáo dục~", ">b Y tế~", ">c Nông nghiệp~"],
    ),
    "one colon among sentences is no run-in heading": (
        """
        5. Nội dung tuyên truyền
        a) Tuyên truyền về quyền và nghĩa vụ của công dân.
        b) Tuyên truyền về chuyển đổi số trong trường học: Đổi mới chương trình và phương pháp dạy.
        c) Tuyên truyền về các mô hình hay.
        d) Tuyên truyền gương người tốt việc tốt.
        """,
        ["5 Nội dung tuyên truyền"],
    ),
    "a body that runs in": (
        """
        IV. TỔ CHỨC THỰC HIỆN
        1. Phòng Kinh tế: Tham mưu bố trí kinh phí thực hiện.
        2. Công an xã: Bảo đảm an ninh trật tự.
        """,
        ["IV TỔ CHỨC THỰC HIỆN", ">1 Phòng Kinh tế~", ">2 Công an xã~"],
    ),
    "bodies as headings": (
        """
        V. TỔ CHỨC THỰC HIỆN
        1. Văn phòng HĐND và UBND xã
        - Theo dõi, đôn đốc thực hiện kế hoạch.
        2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã
        Vận động đoàn viên, hội viên tham gia.
        """,
        [
            "V TỔ CHỨC THỰC HIỆN",
            ">1 Văn phòng HĐND và UBND xã",
            ">2 Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã",
        ],
    ),
    "a heading that wraps": (
        """
        1. Tăng cường công tác lãnh đạo, chỉ đạo, quán triệt và tổ chức triển khai
        đồng bộ các nhiệm vụ về cải cách hành chính trên địa bàn toàn xã trong
        giai đoạn mới
        - Ban hành kế hoạch hằng năm, phân công rõ người, rõ việc, rõ trách nhiệm
        và rõ thời gian hoàn thành của từng bộ phận chuyên môn thuộc xã.
        - Định kỳ kiểm điểm kết quả thực hiện và công khai trên trang thông tin của
        xã để Nhân dân theo dõi, giám sát.
        """,
        [
            "1 Tăng cường công tác lãnh đạo, chỉ đạo, quán triệt và tổ chức triển khai đồng bộ các nhiệm vụ về cải "
            "cách hành chính trên địa bàn toàn xã trong giai đoạn mới"
        ],
    ),
    "a heading in capitals that wraps": (
        """
        II. CÁC NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU THỰC HIỆN TRONG SÁU THÁNG CUỐI
        NĂM VÀ NHỮNG NĂM TIẾP THEO
        1. Về kinh tế
        Thu hút đầu tư vào cụm công nghiệp.
        """,
        [
            "II CÁC NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU THỰC HIỆN TRONG SÁU THÁNG CUỐI NĂM VÀ NHỮNG NĂM TIẾP THEO",
            ">1 Về kinh tế",
        ],
    ),
    "Markdown marks": (
        """
        ## I. MỤC TIÊU

        **1. Mục tiêu chung**

        Xây dựng chính quyền phục vụ.

        **2. Mục tiêu
        cụ thể**

        Giải quyết đúng hạn 98% hồ sơ.
        """,
        ["I MỤC TIÊU", ">1 Mục tiêu chung", ">2 Mục tiêu cụ thể"],
    ),
    "a number that a wrapped line begins with": (
        """
        I. NỘI DUNG
        - Công tác tuyên truyền phải kịp thời, phù hợp từng giai đoạn của Kế hoạch số
        02. Nội dung tuyên truyền phải dễ hiểu, dễ nhớ, gắn với đời sống người dân ở
        từng khu dân cư trên địa bàn toàn xã và các xã lân cận trong khu vực.
        - Hình thức phong phú, đa dạng, sát với thực tế của từng nhóm đối tượng theo
        quy định.
        """,
        ["I NỘI DUNG"],
    ),
    "a dash that a wrapped name begins with": (
        """
        IV. PHÂN CÔNG
        1. Thường trực Ban Chỉ đạo giao nhiệm vụ cụ thể cho Trưởng phòng Văn hóa
        - Xã hội và các thành viên để tổ chức thực hiện bảo đảm đúng tiến độ đề ra
        trong năm.
        """,
        ["IV PHÂN CÔNG"],
    ),
    "numbers in round brackets under a heading": (
        """
        2. Về nhiệm vụ trọng tâm

        (1) Nâng cao chất lượng tham mưu, tổng hợp.

        (2) Đẩy mạnh ứng dụng công nghệ thông tin.
        """,
        ["2 Về nhiệm vụ trọng tâm"],
    ),
    "a heading that ends with a colon": (
        """
        2. Chương trình chi tiết:
        - Buổi sáng: khai mạc.
        - Buổi chiều: thảo luận tổ.
        """,
        ["2 Chương trình chi tiết"],
    ),
    "a heading that ends with a full stop over letters": (
        """
        4. Xây dựng chuyên mục tuyên truyền trên hệ thống truyền thanh xã.
        a) Chuyên mục phổ biến pháp luật
        - Phát vào thứ Ba.
        b) Chuyên mục nông thôn mới
        - Phát vào thứ Năm.
        """,
        [
            "4 Xây dựng chuyên mục tuyên truyền trên hệ thống truyền thanh xã",
            ">a Chuyên mục phổ biến pháp luật",
            ">b Chuyên mục nông thôn mới",
        ],
    ),
    "members of a team are no headings": (
        """
        Điều 1. Thành lập Tổ công tác gồm các ông (bà) có tên sau đây:
        1. Ông: Nguyễn Văn A - Phó Chủ tịch, Tổ trưởng;
        2. Bà: Nguyễn Thị B - Công chức, Thành viên.
        """,
        [],
    ),
    "steps": (
        """
        2.3. Quy trình
        a) Bước 1. Chuẩn bị hồ sơ
        Phân loại hồ sơ theo mức độ ưu tiên.
        b) Bước 2. Số hóa hồ sơ
        Quét từng trang.
        """,
        ["2.3 Quy trình", ">a Bước 1. Chuẩn bị hồ sơ", ">b Bước 2. Số hóa hồ sơ"],
    ),
    "lines of figures": (
        """
        2. Chỉ tiêu chủ yếu
        (1) Tốc độ tăng giá trị sản xuất: 11,5%.
        (2) Thu ngân sách: 210 tỷ đồng.
        """,
        ["2 Chỉ tiêu chủ yếu"],
    ),
    "an authority is no letter of a list": (
        "II. QUYỀN HẠN KÝ\n- Đối với đại hội:\nT/M ĐOÀN CHỦ TỊCH\n(chữ ký)\nK/T TRƯỞNG BAN\n(chữ ký)",
        ["II QUYỀN HẠN KÝ"],
    ),
    "an article that decides is no heading": (
        """
        Điều 1. Phê duyệt Đề án thông tin cơ sở với các nội dung chủ yếu sau:
        I. MỤC TIÊU
        Hoàn thiện hệ thống truyền thanh.
        Điều 2. Tổ chức thực hiện
        1. Phòng Kinh tế bố trí kinh phí.
        """,
        [">I MỤC TIÊU", "Điều 2 Tổ chức thực hiện"],
    ),
    "bodies called by their fields are no heading": (
        "Điều 4. Giám đốc các Sở: Tài chính, Nội vụ chịu trách nhiệm thi hành Quyết định này.",
        [],
    ),
    "funding with one line under it": (
        """
        IV. KINH PHÍ
        Từ nguồn ngân sách xã năm 2025.
        """,
        ["IV KINH PHÍ"],
    ),
}


@pytest.mark.parametrize("text, expected", CASES.values(), ids=CASES.keys())
def test_outline(text: str, expected: list[str]) -> None:
    assert outline_of(text) == expected


GAPS = {
    "a number is left out": ("1. Một việc.\n2. Hai việc.\n5. Năm việc.", [("numbering-gap", "5")]),
    "a number is used twice": ("1. Một việc.\n2. Hai việc.\n2. Hai việc nữa.", [("numbering-repeat", "2")]),
    "the first letter is missing": (
        "1. Trung tâm\nb) Hướng dẫn.\nd) Kiểm tra.",
        [("numbering-gap", "b"), ("numbering-gap", "d")],
    ),
    "đ may be left out": ("A. Một\nCâu.\nB. Hai\nCâu.\nC. Ba\nCâu.\nD. Bốn\nCâu.\nE. Năm\nCâu.", []),
    "f, j, w are no letters of a list": ("1. Việc\ne) Một.\ng) Hai.", [("numbering-gap", "e")]),
    "numbers begin anew in each part": ("I. A\n1. Một.\n2. Hai.\nII. B\n1. Một.\n2. Hai.", []),
}


@pytest.mark.parametrize("text, expected", GAPS.values(), ids=GAPS.keys())
def test_gaps_and_repeats_in_numbers_are_remarked(text: str, expected: list[tuple[str, str]]) -> None:
    remarks = body_of(text).remarks
    assert [(remark.kind, label) for remark, (_, label) in zip(remarks, expected, strict=True)] == expected
    assert all(label in remark.message for remark, (_, label) in zip(remarks, expected, strict=True))
