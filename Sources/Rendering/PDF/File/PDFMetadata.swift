import Reporting

/// What a file says of itself, twice: as an XMP packet (ISO 16684-1, with the identification of PDF/A-2b and PDF/UA-1) and in
/// the older information dictionary. Both moments are the document's, never the clock's.
struct PDFMetadata {
  private let properties: DocumentProperties
  private let title: String

  init(_ properties: DocumentProperties) {
    self.properties = properties
    // A title is demanded (ISO 14289-1, 7.1).
    let title = properties.title.withoutControlCharacters
    self.title = title.isEmpty ? "Документ" : title
  }

  var info: PDFBytes {
    var object = PDFBytes("<</Title")
    object.append(text: title)
    object.append("/Author")
    object.append(text: properties.author.withoutControlCharacters)
    if !properties.subject.isEmpty {
      object.append("/Subject")
      object.append(text: properties.subject.withoutControlCharacters)
    }
    object.append("/Creator(Zavuch)/Producer(Zavuch)")
    let digits = Array(properties.made.description.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    for key in ["CreationDate", "ModDate"] {
      object.append(name: key)
      object.append("(D:")
      object.append(digits)
      object.append(")")
    }
    object.append(">>")
    return object
  }

  var packet: String {
    let moment = properties.made.description
    var text = """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
      xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
      xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
      xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaid:part>2</pdfaid:part>
      <pdfaid:conformance>B</pdfaid:conformance>
      <pdfuaid:part>1</pdfuaid:part>
      <dc:format>application/pdf</dc:format>
      <dc:language><rdf:Bag><rdf:li>ru-RU</rdf:li></rdf:Bag></dc:language>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(title))</rdf:li></rdf:Alt></dc:title>
      <dc:creator><rdf:Seq><rdf:li>\(escaped(properties.author))</rdf:li></rdf:Seq></dc:creator>

      """
    if !properties.subject.isEmpty {
      text += """
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(properties.subject))</rdf:li></rdf:Alt>\
        </dc:description>

        """
    }
    if !properties.identifier.isEmpty {
      text += "<dc:identifier>\(escaped(properties.identifier))</dc:identifier>\n"
    }
    return text + """
      <xmp:CreatorTool>Zavuch</xmp:CreatorTool>
      <xmp:CreateDate>\(moment)</xmp:CreateDate>
      <xmp:ModifyDate>\(moment)</xmp:ModifyDate>
      <xmp:MetadataDate>\(moment)</xmp:MetadataDate>
      <pdf:Producer>Zavuch</pdf:Producer>
      \(PDFMetadata.extensionSchema)
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """
  }

  /// PDF/A-2 does not know PDF/UA's property and wants it explained in the file (ISO 19005-2, 6.6.2.3).
  private static let extensionSchema = """
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
    """

  private func escaped(_ text: String) -> String {
    text.withoutControlCharacters.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
      ">", with: "&gt;")
  }
}
