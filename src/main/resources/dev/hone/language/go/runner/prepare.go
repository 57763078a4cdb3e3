package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

const (
	archives  = "pkg"
	listFile  = "packages"
	toolsFile = "tools"
	drivePath = "hone/drive"
)

// prepare lays out the export archives of the standard library and of the package that drives the
// tests. Without debugging information the linker reads a quarter less.
func prepare(home, goProgram, tools string) error {
	list := exec.Command(goProgram, "list", "-trimpath", "-gcflags=all=-dwarf=false", "-export",
		"-f", "{{if .Export}}{{.ImportPath}}={{.Export}}{{end}}", "std")
	list.Dir = filepath.Join(home, "runner")
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		return fmt.Errorf("building the standard library: %w", err)
	}
	var names []string
	for _, line := range strings.Fields(string(out)) {
		name, archive, _ := strings.Cut(line, "=")
		if err := move(archive, archivePath(home, name)); err != nil {
			return err
		}
		names = append(names, name)
	}
	text := strings.Join(names, "\n") + "\n"
	if err := os.WriteFile(filepath.Join(home, listFile), []byte(text), 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(home, toolsFile), []byte(tools+"\n"), 0o644); err != nil {
		return err
	}
	checks, err := os.ReadFile(filepath.Join(home, checksFile))
	if err != nil {
		return err
	}
	observer, err := os.ReadFile(filepath.Join(home, observerFile))
	if err != nil {
		return err
	}
	source := filepath.Join(home, "checks.go")
	text = checksHead + string(checks) + string(observer)
	if err := os.WriteFile(source, []byte(text), 0o644); err != nil {
		return err
	}
	if err := own(home, drivePath, filepath.Join(home, "drive", "drive.go")); err != nil {
		return err
	}
	return own(home, checksPath, source)
}

// own compiles a package of Hone's own beside those of the standard library.
func own(home, name, source string) error {
	b := newBuild(home)
	defer b.close()
	target := archivePath(home, name)
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}
	job := compilation{path: name, files: []string{source}, target: target}
	if faults := b.compile(job); len(faults) > 0 {
		return fmt.Errorf("%s:%d: %s", faults[0].Path, faults[0].Line, faults[0].Message)
	}
	list, err := os.OpenFile(filepath.Join(home, listFile), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(list, name)
	if closed := list.Close(); err == nil {
		err = closed
	}
	return err
}

func archivePath(home, name string) string {
	return filepath.Join(home, archives, filepath.FromSlash(name)+".a")
}

func move(from, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, content, 0o644)
}

// languageVersion is the newest language that this toolchain knows, such as `1.22`; the runner was
// built by it.
func languageVersion() string {
	version := strings.TrimPrefix(runtime.Version(), "go")
	parts := strings.SplitN(version, ".", 3)
	if len(parts) < 2 {
		return "1.21"
	}
	minor := parts[1]
	for i, c := range minor {
		if c < '0' || c > '9' {
			minor = minor[:i]
			break
		}
	}
	return parts[0] + "." + minor
}
