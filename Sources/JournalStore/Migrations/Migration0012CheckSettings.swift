/// The settings of the school that a registered check was made with, so that it can be made again.
enum Migration0012CheckSettings {
  static let sql = """
    -- `ControlSettings` as JSON; empty where the school had set nothing.
    ALTER TABLE registered_check ADD COLUMN settings TEXT NOT NULL DEFAULT '';
    """
}
