package main

import (
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// module says which folder an import path means. Without a go.mod the work folder stands for
// whatever module the imports name.
type module struct {
	root    string
	dir     string
	path    string
	version string
	line    int
	given   bool
}

// moduleOf reads the nearest go.mod above a package.
func (b *build) moduleOf(dir string) module {
	for at := dir; ; at = path.Dir(at) {
		content, err := os.ReadFile(filepath.Join(b.root, at, "go.mod"))
		if err == nil {
			m := module{root: b.root, dir: at, given: true}
			m.read(string(content))
			if m.path != "" {
				return m
			}
		}
		if at == "." {
			break
		}
	}
	name := firstPackage(filepath.Join(b.root, dir))
	if name == "" || name == "main" || b.standard[name] {
		name = "solution"
	}
	if dir != "." {
		name = "solution"
	}
	return module{root: b.root, dir: ".", path: name}
}

func (m *module) read(text string) {
	for i, line := range strings.Split(text, "\n") {
		words := strings.Fields(strings.SplitN(line, "//", 2)[0])
		if len(words) != 2 {
			continue
		}
		switch words[0] {
		case "module":
			m.path = strings.Trim(words[1], "\"`")
		case "go":
			m.version, m.line = words[1], i+1
		}
	}
}

// pathOf returns the path under which a folder's package is compiled. It may differ from what
// imports say: the linker knows one `main`, and the standard library's names are taken.
func (b *build) pathOf(dir string) string {
	full := b.module.path
	if below, err := filepath.Rel(b.module.dir, dir); err == nil && below != "." {
		full += "/" + filepath.ToSlash(below)
	}
	if full == "main" || b.standard[full] || b.others[full] {
		return "own/" + full
	}
	return full
}

// owns tells whether a go.mod says that an import path is the code's own.
func (m *module) owns(importPath string) bool {
	return m.given && (importPath == m.path || strings.HasPrefix(importPath, m.path+"/"))
}

// folderOf returns the folder that an import path of the package in another folder means.
func (m *module) folderOf(importPath, under string) (string, bool) {
	if importPath == m.path {
		return m.dir, true
	}
	if below, ok := strings.CutPrefix(importPath, m.path+"/"); ok && m.holds(below) {
		return path.Join(m.dir, below), true
	}
	if m.given {
		return "", false
	}
	parts := strings.Split(importPath, "/")
	for i := range parts {
		if below := path.Join(parts[i:]...); m.holds(below) {
			return below, true
		}
	}
	name := parts[len(parts)-1]
	for _, dir := range []string{under, "."} {
		if firstPackage(filepath.Join(m.root, dir)) == name {
			return dir, true
		}
	}
	return "", false
}

func (m *module) holds(below string) bool {
	if strings.HasPrefix(below, "..") {
		return false
	}
	files, err := filesOf(filepath.Join(m.root, m.dir, below), "")
	return err == nil && len(files) > 0
}

// firstPackage returns the package name of the first readable source file of a folder.
func firstPackage(folder string) string {
	files, err := filesOf(folder, "")
	if err != nil {
		return ""
	}
	for _, file := range files {
		if name := packageName(filepath.Join(folder, file.Name())); name != "" {
			return name
		}
	}
	return ""
}

// language returns the version of the language that the module asks for.
func (b *build) language() string {
	if minor, ok := minorOf(b.module.version); ok {
		return "1." + strconv.Itoa(minor)
	}
	return languageVersion()
}

// tooNew returns a fault where the module asks for a language that this toolchain does not know.
func (b *build) tooNew() []fault {
	asked, ok := minorOf(b.module.version)
	newest, _ := minorOf(languageVersion())
	if !ok || asked <= newest {
		return nil
	}
	file := path.Join(b.module.dir, "go.mod")
	return []fault{b.at(file, b.module.line, 1, "Version",
		"go.mod asks for go "+b.module.version+", and this is go "+languageVersion())}
}

// minorOf returns 22 of `1.22`, `1.22.3` and `1.22rc1`.
func minorOf(version string) (int, bool) {
	rest, ok := strings.CutPrefix(version, "1.")
	end := 0
	for end < len(rest) && rest[end] >= '0' && rest[end] <= '9' {
		end++
	}
	minor, err := strconv.Atoi(rest[:end])
	return minor, ok && err == nil
}
