package main

import (
	gobuild "go/build"
	"go/token"
	"path"
	"path/filepath"
)

type goPackage = gobuild.Package

// check compiles the packages that files belong to, without running anything.
func (b *build) check(files []string) []fault {
	var faults []fault
	for _, file := range files {
		if path.Ext(file) != ".go" {
			continue
		}
		dir := path.Dir(filepath.ToSlash(filepath.Clean(file)))
		b.module = b.moduleOf(dir)
		if newer := b.tooNew(); len(newer) > 0 {
			return newer
		}
		if _, known := b.units[dir]; !known {
			faults = append(faults, b.unit(dir).faults...)
		}
	}
	return faults
}

// ownProgram builds the program of the folder in which the first file stands.
func (b *build) ownProgram(files []string) (string, []fault) {
	dir := path.Dir(filepath.ToSlash(filepath.Clean(files[0])))
	b.module = b.moduleOf(dir)
	if newer := b.tooNew(); len(newer) > 0 {
		return "", newer
	}
	pkg, faults := b.scan(dir, "")
	if len(faults) > 0 {
		return "", faults
	}
	aliases, faults := b.imports(pkg.Imports, pkg.ImportPos, dir)
	if len(faults) > 0 {
		return "", faults
	}
	main := compilation{
		"main", inFolder(dir, pkg.GoFiles), b.archive(), aliases, b.embeds(dir, pkg.EmbedPatterns),
	}
	if faults := b.compile(main); len(faults) > 0 {
		return "", faults
	}
	binary := filepath.Join(b.temp, "program")
	return binary, b.link(main.target, binary)
}

func merged(lists ...[]string) []string {
	var all []string
	seen := map[string]bool{}
	for _, list := range lists {
		for _, one := range list {
			if !seen[one] {
				seen[one] = true
				all = append(all, one)
			}
		}
	}
	return all
}

func positions(maps ...map[string][]token.Position) map[string][]token.Position {
	all := map[string][]token.Position{}
	for _, one := range maps {
		for name, places := range one {
			all[name] = append(all[name], places...)
		}
	}
	return all
}
