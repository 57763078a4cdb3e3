package dev.hone.cli.git;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// Where JGit finds the settings of git. It would otherwise start `git` to ask for the file of the
/// system, and measure the disk to write what it found into a file of the user's.
final class GitSettings extends SystemReader.Delegate {
  private final Map<String, String> environment;

  GitSettings(Map<String, String> environment) {
    super(SystemReader.getInstance());
    this.environment = Map.copyOf(environment);
  }

  @Override
  public @Nullable String getenv(String variable) {
    return environment.get(variable);
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    String named = environment.getOrDefault("GIT_CONFIG_GLOBAL", "");
    return named.isEmpty()
        ? super.openUserConfig(parent, fs)
        : new FileBasedConfig(parent, new File(named), fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    boolean none = !environment.getOrDefault("GIT_CONFIG_NOSYSTEM", "").isEmpty();
    return new FileBasedConfig(parent, new File(none ? "/dev/null" : "/etc/gitconfig"), fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new FileBasedConfig(parent, new File("/dev/null"), fs) {
      @Override
      public void save() {
        // nothing is kept
      }
    };
  }

  @Override
  public StoredConfig getUserConfig() throws ConfigInvalidException, IOException {
    return new CoarseTimes(super.getUserConfig());
  }

  /// The user's settings, and a disk whose times are as coarse as they come: what changed so lately
  /// is looked at, not told by its time.
  private static final class CoarseTimes extends StoredConfig {
    private static final long SECONDS = 2;

    private CoarseTimes(Config user) {
      super(user);
    }

    @Override
    public void load() {
      // nothing is in it but what it stands upon
    }

    @Override
    public void save() {
      // nothing is kept
    }

    @Override
    public long getTimeUnit(
        String section,
        @Nullable String subsection,
        String name,
        long defaultValue,
        TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(SECONDS, TimeUnit.SECONDS)
          : super.getTimeUnit(section, subsection, name, defaultValue, unit);
    }
  }
}
