import CLibXML2
import CLibZip
internal import CPangoCairo
internal import CQREncode
internal import CZLib

/// Versions of the C libraries that the bytes of a rendered file depend on.
public enum RenderingLibraries {
  public static var versions: [String: String] {
    [
      "cairo": String(cString: cairo_version_string()), "pango": String(cString: pango_version_string()),
      "harfbuzz": String(cString: hb_version_string()), "zlib": String(cString: zlibVersion()),
      "libqrencode": String(cString: QRcode_APIVersionString()), "libxml2": LIBXML_DOTTED_VERSION,
      "libzip": String(cString: zip_libzip_version()),
    ]
  }
}
