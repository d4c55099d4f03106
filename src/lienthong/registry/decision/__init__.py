"""The leader's decision on a document and what the units do about it (*Phiếu giải quyết văn bản đến*, ND30 Điều 23)."""
