import Journal

extension JournalBatch {
  /// The batch of one file whose export does not name its school.
  init(ofNamelessSchool file: ImportedFile, takenAt: LocalMoment) {
    self.init()
    files = [file]
    files[0].takenAt = takenAt
    schools = [.unnamed]
  }
}
