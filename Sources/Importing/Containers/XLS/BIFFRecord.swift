/// A record of a workbook's stream (MS-XLS 2.1.4): its number and its body.
struct BIFFRecord {
  let type: BIFFRecordType
  var body: BIFFCursor
}
