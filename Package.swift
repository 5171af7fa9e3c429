// swift-tools-version: 6.0
import PackageDescription

// pkg-config's flags for Pango hold -pthread, which the package manager refuses with a warning at every build; Cairo's hold
// all but these folders.
let pangoHeaders: [SwiftSetting] = [
  .unsafeFlags(
    ["pango-1.0", "harfbuzz", "fribidi", "libmount", "blkid"].flatMap { ["-Xcc", "-isystem/usr/include/\($0)"] })
]

// Foundation and its ICU, which nothing here calls, would else be loaded at every start.
let asNeeded: [LinkerSetting] = [.unsafeFlags(["-Xlinker", "--as-needed"])]

let package = Package(
  name: "zavuch",
  targets: [
    // The executable: one file a command, no logic.
    .executableTarget(
      name: "zavuch",
      dependencies: [
        "CommandLineInterface", "Journal", "Importing", "JournalStore", "Control", "Reporting", "Rendering", "Archive",
        "SampleSchool",
      ],
      linkerSettings: asNeeded),
    // Reads a workbook to cells and keeps nothing, for Scripts/bench-readers.
    .executableTarget(name: "zavuch-bench", dependencies: ["Importing", "Journal"], linkerSettings: asNeeded),
    // Makes a table into a file and nothing else, for Scripts/bench-pdf.
    .executableTarget(
      name: "zavuch-bench-writers", dependencies: ["Rendering", "Reporting", "Journal"], linkerSettings: asNeeded),
    // A command declared as data: parsing, help, diagnostics, progress.
    .target(name: "CommandLineInterface"),
    // What a school's journal is: dates, entry intervals, facts, provenance. No input or output.
    .target(name: "Journal"),
    // Export files to journal facts: containers know bytes, layouts know schools.
    .target(name: "Importing", dependencies: ["Journal", "CLibZip", "CLibXML2", "CNettle"]),
    // The school's SQLite file: migrations, snapshots, provenance, queries.
    .target(name: "JournalStore", dependencies: ["Journal", "CSQLite"]),
    // Rules, findings, metrics, checks.
    .target(name: "Control", dependencies: ["Journal", "JournalStore"]),
    // Report templates and the neutral document they give.
    .target(name: "Reporting", dependencies: ["Journal", "JournalStore", "CLibXML2"]),
    // A document in, bytes of PDF, HTML, XLSX or ODS out.
    .target(
      name: "Rendering",
      dependencies: ["Reporting", "CLibXML2", "CLibZip", "CPangoCairo", "CNettle", "CQREncode", "CZLib"],
      swiftSettings: pangoHeaders),
    // Registration, sign-off, ledger, verification: bytes and digests only.
    .target(name: "Archive", dependencies: ["CNettle"]),
    // The generator of the fictional school in SampleData, with counted faults.
    .target(name: "SampleSchool", dependencies: ["CLibZip"]),
    // C libraries of the system; each module map says why its shim is there.
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CPangoCairo", pkgConfig: "cairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CZLib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // Only the tests read PDF files back.
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .testTarget(name: "JournalTests", dependencies: ["Journal"]),
    .testTarget(name: "ImportingTests", dependencies: ["Importing", "Journal", "CLibZip"]),
    .testTarget(name: "JournalStoreTests", dependencies: ["JournalStore", "Journal", "Importing"]),
    .testTarget(
      name: "ControlTests", dependencies: ["Control", "JournalStore", "Journal", "Importing", "SampleSchool"]),
    .testTarget(name: "ReportingTests", dependencies: ["Reporting", "JournalStore", "Journal"]),
    // Reports of SampleData are made as the program makes them.
    .testTarget(
      name: "RenderingTests",
      dependencies: ["Rendering", "Reporting", "Control", "Importing", "JournalStore", "Journal", "CLibZip", "CQPDF"]),
    .testTarget(name: "ArchiveTests", dependencies: ["Archive"]),
    .testTarget(name: "CommandLineInterfaceTests", dependencies: ["CommandLineInterface"]),
    .testTarget(name: "SampleSchoolTests", dependencies: ["SampleSchool"]),
    .testTarget(name: "ArchitectureTests"),
    .testTarget(name: "TranscriptTests", dependencies: ["Archive", "SampleSchool", "JournalStore"]),
  ],
  swiftLanguageModes: [.v6]
)
