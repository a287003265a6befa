package dev.signalbox.access.guard;

/**
 * One method at one address.
 *
 * @param consumesOnly content type that it takes, or empty if any
 */
public record Endpoint(String method, String path, String permission, String consumesOnly) {

  /** As in the matrix file. */
  public String name() {
    return method + " " + path;
  }

  /** A content type that gets past the mapping. */
  public String consumes(boolean api) {
    if (!consumesOnly.isEmpty()) {
      return consumesOnly;
    }
    return api ? "application/json" : "application/x-www-form-urlencoded";
  }

  /** The address with harmless values for its variables. */
  public String pathIn(String project) {
    return path.replace("{project}", project).replaceAll("\\{[^}]+}", "nothing-1");
  }
}
