/// ISO 19005-2, 6.2.8: images.
extension ProfileRule {
  static let imageRules: [ProfileRule] =
    [
      ProfileRule("6.2.8-1", broken: .image("/BitsPerComponent 8/Alternates[]")) { subject in
        subject.images.allSatisfy { !$0.has("Alternates") }
      },
      ProfileRule("6.2.8-2", broken: .image("/BitsPerComponent 8/OPI<<>>")) { subject in
        subject.images.allSatisfy { !$0.has("OPI") }
      },
      ProfileRule("6.2.8-3", broken: .image("/BitsPerComponent 8/Interpolate true")) { subject in
        subject.images.allSatisfy { $0["Interpolate"].bool != true }
      },
      ProfileRule("6.2.8-4", broken: .image("/BitsPerComponent 3")) { subject in
        subject.images.allSatisfy { image in
          image["ImageMask"].bool == true || !image.has("BitsPerComponent")
            || [1, 2, 4, 8, 16].contains(image["BitsPerComponent"].int)
        }
      },
      ProfileRule("6.2.8-5", broken: .image("/ImageMask true/BitsPerComponent 8")) { subject in
        subject.images.allSatisfy { image in
          image["ImageMask"].bool != true || !image.has("BitsPerComponent") || image["BitsPerComponent"].int == 1
        }
      },
    ]
    // Stricter than the rules, which ask for the boxes of a JPEG 2000 image: there may be none.
    + (1...5).map { number in
      ProfileRule("6.2.8.3-\(number)", broken: .image("/Filter/JPXDecode")) { subject in
        subject.images.allSatisfy { image in !image["Filter"].itemsOrSelf.contains { $0.name == "JPXDecode" } }
      }
    }
}
