/// The parts of a workbook that are the same in every export.
enum DnevnikParts {
  static let app = """
    <?xml version="1.0"?>
    <Properties xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes" \
    xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
      <ScaleCrop>false</ScaleCrop>
      <LinksUpToDate>false</LinksUpToDate>
      <SharedDoc>false</SharedDoc>
      <HyperlinksChanged>false</HyperlinksChanged>
      <Application>NPOI</Application>
      <DocSecurity>0</DocSecurity>
    </Properties>
    """

  static let custom = """
    <?xml version="1.0"?>
    <q1:Properties xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes" \
    xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
    xmlns:q1="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">
      <q1:property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Generator">
        <vt:lpwstr>NPOI</vt:lpwstr>
      </q1:property>
      <q1:property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="Generator Version">
        <vt:lpwstr>2.1.3</vt:lpwstr>
      </q1:property>
    </q1:Properties>
    """

  static let contentTypes = [
    ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ("/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
    ("/xl/sharedStrings.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"),
    ("/xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"),
    ("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
  ]

  /// No cell style is named default, which some readers warn about.
  static let styles: String = {
    let thin = ["left", "right", "top", "bottom"].map { side in
      "<\(side) style=\"thin\"><color indexed=\"8\"/></\(side)>"
    }.joined()
    let plain = "applyNumberFormat=\"0\" applyFill=\"0\" applyAlignment=\"0\" applyProtection=\"0\""
    let boxed = "numFmtId=\"0\" fontId=\"0\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"0\" applyBorder=\"1\""
    return """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet \
      xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/>\
      <color indexed="8"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font><font><b/>\
      <sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill/></fill><fill>\
      <patternFill patternType="darkGray"/></fill><fill><patternFill patternType="solid"><fgColor indexed="9"/>\
      </patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
      <border>\(thin)<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" \
      borderId="0" \(plain)/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" \
      \(plain)/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" applyFont="1" \(plain)/><xf \(boxed) fillId="2" \
      applyFill="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf \(boxed) fillId="0">\
      <alignment horizontal="right" vertical="center"/></xf><xf \(boxed) fillId="2" applyFill="1">\
      <alignment horizontal="left" vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>
      """
  }()
}
