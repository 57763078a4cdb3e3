package main

import (
	"errors"
	"fmt"
	gobuild "go/build"
	"go/parser"
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// scan reads which files of a folder belong to its package, with one test file or with none.
func (b *build) scan(dir, test string) (*gobuild.Package, []fault) {
	if faults := b.unreadable(dir, test); len(faults) > 0 {
		return nil, faults
	}
	context := gobuild.Default
	context.CgoEnabled = true
	context.ReadDir = func(folder string) ([]fs.FileInfo, error) {
		return filesOf(folder, test)
	}
	pkg, err := context.ImportDir(filepath.Join(b.root, dir), 0)
	var several *gobuild.MultiplePackageError
	var none *gobuild.NoGoError
	switch {
	case errors.As(err, &several):
		return nil, []fault{b.severalPackages(dir, several, test)}
	case errors.As(err, &none):
		return nil, []fault{{Path: "", Code: "NoCode", Message: "there is no Go code in " + named(dir)}}
	case err != nil:
		return nil, []fault{{Code: "Package", Message: strings.ReplaceAll(err.Error(), b.root+"/", "")}}
	case len(pkg.CgoFiles) > 0:
		position := pkg.ImportPos["C"][0]
		return nil, []fault{b.at(position.Filename, position.Line, position.Column, "Cgo",
			`import "C" needs a C compiler, which Go code is not given here`)}
	}
	return pkg, nil
}

// unreadable returns what keeps the head of a file from being parsed.
func (b *build) unreadable(dir, test string) []fault {
	files, err := filesOf(filepath.Join(b.root, dir), test)
	if err != nil {
		return []fault{{Code: "NoCode", Message: "there is no folder " + named(dir)}}
	}
	var faults []fault
	for _, file := range files {
		name := filepath.Join(b.root, dir, file.Name())
		_, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		var list scanner.ErrorList
		if errors.As(err, &list) {
			at := list[0].Pos
			faults = append(faults, b.at(name, at.Line, at.Column, "Syntax", "syntax error: "+list[0].Msg))
		}
	}
	return faults
}

func filesOf(folder, test string) ([]fs.FileInfo, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var files []fs.FileInfo
	for _, entry := range entries {
		name := entry.Name()
		wanted := strings.HasSuffix(name, ".go") &&
			(name == test || !strings.HasSuffix(name, "_test.go"))
		if info, err := entry.Info(); err == nil && wanted && info.Mode().IsRegular() {
			files = append(files, info)
		}
	}
	return files, nil
}

func (b *build) severalPackages(dir string, several *gobuild.MultiplePackageError, test string) fault {
	own, other := 0, 1
	if several.Files[own] == test {
		own, other = 1, 0
	}
	message := fmt.Sprintf("this file is in package %s, but %s is in package %s",
		several.Packages[own], several.Files[other], several.Packages[other])
	file := path.Join(dir, several.Files[own])
	return b.at(file, packageLine(filepath.Join(b.root, file)), 1, "MultiplePackages", message)
}

func packageLine(file string) int {
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, file, nil, parser.PackageClauseOnly)
	if err != nil {
		return 1
	}
	return set.Position(tree.Package).Line
}

// packageName returns the name in a file's package clause, or nothing.
func packageName(file string) string {
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.PackageClauseOnly)
	if err != nil {
		return ""
	}
	return tree.Name.Name
}

// imports compiles what a package imports, and returns the imports that stand for another path.
func (b *build) imports(
	paths []string, positions map[string][]token.Position, under string,
) (map[string]string, []fault) {
	aliases := map[string]string{}
	var faults []fault
	for _, one := range paths {
		at := positions[one][0]
		refuse := func(code, message string) {
			faults = append(faults, b.at(at.Filename, at.Line, at.Column, code, message))
		}
		if b.standard[one] && one != drivePath {
			if isInternal(one) {
				refuse("InternalPackage", "use of internal package "+one+" not allowed")
			}
			continue
		}
		if b.others[one] && !b.module.owns(one) {
			if isInternal(one) {
				refuse("InternalPackage", "use of internal package "+one+" not allowed")
			}
			continue
		}
		dir, ok := b.module.folderOf(one, under)
		if !ok {
			refuse("MissingPackage", "package "+one+" is missing: only "+b.known()+" are here")
			continue
		}
		local := b.unit(dir)
		if !local.ready && len(local.faults) == 0 {
			refuse("ImportCycle", "import cycle not allowed: "+one)
		}
		faults = append(faults, local.faults...)
		if local.path != one {
			aliases[one] = local.path
		}
	}
	return aliases, faults
}

func isInternal(importPath string) bool {
	for _, part := range strings.Split(importPath, "/") {
		if part == "internal" || part == "vendor" {
			return true
		}
	}
	return false
}

// unit compiles the package of a folder, without tests, once.
func (b *build) unit(dir string) *unit {
	if known, ok := b.units[dir]; ok {
		return known
	}
	one := &unit{path: b.pathOf(dir), archive: b.archive()}
	b.units[dir] = one
	pkg, faults := b.scan(dir, "")
	if len(faults) > 0 {
		one.faults = faults
		return one
	}
	aliases, faults := b.imports(pkg.Imports, pkg.ImportPos, dir)
	if len(faults) > 0 {
		one.faults = faults
		return one
	}
	embeds := b.embeds(dir, pkg.EmbedPatterns)
	one.faults = b.compile(compilation{
		one.path, inFolder(dir, pkg.GoFiles), one.archive, aliases, embeds,
	})
	one.ready = len(one.faults) == 0
	return one
}

func (b *build) archive() string {
	return filepath.Join(b.temp, fmt.Sprintf("p%d.a", len(b.units)))
}

func inFolder(dir string, names []string) []string {
	files := make([]string, 0, len(names))
	for _, name := range names {
		files = append(files, path.Join(dir, name))
	}
	return files
}

func named(dir string) string {
	if dir == "." {
		return "the folder"
	}
	return dir
}
