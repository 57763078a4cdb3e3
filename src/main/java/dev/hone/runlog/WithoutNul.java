package dev.hone.runlog;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Hands texts to PostgreSQL, which refuses the character NUL that programs may print: the
/// character for what cannot be shown takes its place.
final class WithoutNul extends AbstractArgumentFactory<String> {
  WithoutNul() {
    super(Types.VARCHAR);
  }

  @Override
  protected Argument build(String value, ConfigRegistry config) {
    String kept = value.replace('\0', '\uFFFD');
    return (position, statement, _) -> statement.setString(position, kept);
  }
}
