"""What the help shows: all at once where that is little, by topics to Nội vụ, and one topic in full."""

from tests.bot.dialogues import Play, holds


def test_noi_vu_is_helped_by_topics(play: Play) -> None:
    holds(
        play,
        """
noi-vu: tro giup
TRỢ GIÚP
Đồng chí có thể gõ, có dấu hoặc không dấu:
• Việc của đơn vị: viec, xong, minh chung, bo minh chung, bo tep, bao chung, khong phat sinh, bao nham, bo sung, sua, chuyen, da nhan, dang lam, vuong, nhac sau, nhac phoi hop, han, vi sao, hom nay, ngay mai, tuan nay, tuan sau, thang nay, thang sau, quy nay, con lai, bao cao da gui
  Xem: tro giup bao viec
• Theo dõi: tinh hinh, qua han, xep hang, chua bao, xuat bao cao, sap den han, giao nhan, nhat ky, suc khoe
  Xem: tro giup theo doi
• Đôn đốc, xem báo cáo: don doc, xem minh chung, ghi nhan, tra lai, go vuong, ghi thay
  Xem: tro giup don doc
• Gia hạn: gia han, cho gia han, khong cho gia han
  Xem: tro giup gia han
• Lãnh đạo, thông báo: trinh lanh dao, thong bao
  Xem: tro giup thong bao
• Tham gia: danh sach chat, moi, go lien ket, ban giao
  Xem: tro giup tham gia
• Kế hoạch: nhap, bo nhap, rut ke hoach, doc ke hoach, cau hoi, tra loi cau hoi, dong y cau hoi, bo qua cau hoi, dat han, san pham, ten ngan, don vi, phoi hop, theo doi, giao viec, viec ngoai bang, nhan viec, khong nhan viec, tinh viec, khong tinh viec
  Xem: tro giup ke hoach
• Cuộc trò chuyện này: van ban ke hoach, lien he, doi can bo, dang ky, ket noi them, kenh, ngon ngu, quen toi
  Xem: tro giup chung
noi-vu: trợ giúp gia hạn
TRỢ GIÚP
Đồng chí có thể gõ, có dấu hoặc không dấu:
• gia han 10 …/… lý do … – đề nghị gia hạn, kèm lý do
• cho gia han · cho gia han 10 VP theo công văn số … – ghi nhận đã được gia hạn, kèm căn cứ
• khong cho gia han 10 VP – ghi nhận không được gia hạn
noi-vu: tro giup chuyen khac
TRỢ GIÚP
Đồng chí có thể gõ, có dấu hoặc không dấu:
• Việc của đơn vị: viec, xong, minh chung, bo minh chung, bo tep, bao chung, khong phat sinh, bao nham, bo sung, sua, chuyen, da nhan, dang lam, vuong, nhac sau, nhac phoi hop, han, vi sao, hom nay, ngay mai, tuan nay, tuan sau, thang nay, thang sau, quy nay, con lai, bao cao da gui
  Xem: tro giup bao viec
• Theo dõi: tinh hinh, qua han, xep hang, chua bao, xuat bao cao, sap den han, giao nhan, nhat ky, suc khoe
  Xem: tro giup theo doi
• Đôn đốc, xem báo cáo: don doc, xem minh chung, ghi nhan, tra lai, go vuong, ghi thay
  Xem: tro giup don doc
• Gia hạn: gia han, cho gia han, khong cho gia han
  Xem: tro giup gia han
• Lãnh đạo, thông báo: trinh lanh dao, thong bao
  Xem: tro giup thong bao
• Tham gia: danh sach chat, moi, go lien ket, ban giao
  Xem: tro giup tham gia
• Kế hoạch: nhap, bo nhap, rut ke hoach, doc ke hoach, cau hoi, tra loi cau hoi, dong y cau hoi, bo qua cau hoi, dat han, san pham, ten ngan, don vi, phoi hop, theo doi, giao viec, viec ngoai bang, nhan viec, khong nhan viec, tinh viec, khong tinh viec
  Xem: tro giup ke hoach
• Cuộc trò chuyện này: van ban ke hoach, lien he, doi can bo, dang ky, ket noi them, kenh, ngon ngu, quen toi
  Xem: tro giup chung
lanh-dao: tro giup
TRỢ GIÚP
Đồng chí có thể gõ, có dấu hoặc không dấu:
• viec · viec 10 – việc của đơn vị hoặc toàn văn một việc
• da nhan · da nhan 10 – xác nhận đã nhận tin nhắc
• tinh hinh · tinh hinh 1 · tinh hinh P-LL · tinh hinh 1 quy 1 – tình hình của kế hoạch, một việc, một đơn vị hoặc một kỳ
• qua han · qua han 10 – các việc quá hạn
• xep hang · xep hang quy 1 – đơn vị nào chậm nhất
• chua bao · chua bao 1 · chua bao P-LL – đơn vị nào chưa báo
• xuat bao cao · xuat bao cao quy 1 · xuat bao cao 1 phuong xa – bảng Excel tình hình từng việc, từng đơn vị
• sap den han – xem các việc đến hạn trong hai tuần tới
• xem minh chung 10 · xem minh chung 10 VP – xem minh chứng của một báo cáo, kèm ảnh, tệp đã gửi
• van ban ke hoach – kế hoạch đang thực hiện và mẫu báo cáo
• lien he – ai theo dõi kế hoạch, liên hệ thế nào
• chuyen noi vu … – chuyển ý kiến đến Phòng Nội vụ
• dang ky MA-MOI – kết nối cuộc trò chuyện này với đơn vị bằng mã mời
• ket noi them – kết nối thêm ứng dụng nhắn tin, dùng khi kênh chính không gửi được
• kenh – xem hoặc chọn kênh nhận tin nhắc
• ngon ngu en – dùng tiếng Anh hoặc tiếng Việt tại đây: en, vi
• quen toi – xóa thông tin cá nhân của đồng chí khỏi hệ thống
• tro giup · tro giup gia han – các lệnh dùng được tại đây
lanh-dao: tro giup gia han
TRỢ GIÚP
Đồng chí có thể gõ, có dấu hoặc không dấu:
• viec · viec 10 – việc của đơn vị hoặc toàn văn một việc
• da nhan · da nhan 10 – xác nhận đã nhận tin nhắc
• tinh hinh · tinh hinh 1 · tinh hinh P-LL · tinh hinh 1 quy 1 – tình hình của kế hoạch, một việc, một đơn vị hoặc một kỳ
• qua han · qua han 10 – các việc quá hạn
• xep hang · xep hang quy 1 – đơn vị nào chậm nhất
• chua bao · chua bao 1 · chua bao P-LL – đơn vị nào chưa báo
• xuat bao cao · xuat bao cao quy 1 · xuat bao cao 1 phuong xa – bảng Excel tình hình từng việc, từng đơn vị
• sap den han – xem các việc đến hạn trong hai tuần tới
• xem minh chung 10 · xem minh chung 10 VP – xem minh chứng của một báo cáo, kèm ảnh, tệp đã gửi
• van ban ke hoach – kế hoạch đang thực hiện và mẫu báo cáo
• lien he – ai theo dõi kế hoạch, liên hệ thế nào
• chuyen noi vu … – chuyển ý kiến đến Phòng Nội vụ
• dang ky MA-MOI – kết nối cuộc trò chuyện này với đơn vị bằng mã mời
• ket noi them – kết nối thêm ứng dụng nhắn tin, dùng khi kênh chính không gửi được
• kenh – xem hoặc chọn kênh nhận tin nhắc
• ngon ngu en – dùng tiếng Anh hoặc tiếng Việt tại đây: en, vi
• quen toi – xóa thông tin cá nhân của đồng chí khỏi hệ thống
• tro giup · tro giup gia han – các lệnh dùng được tại đây
""",
    )
