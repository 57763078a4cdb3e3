package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// embeds writes which files the `//go:embed` patterns of a package mean, and returns where.
func (b *build) embeds(dir string, patterns []string) string {
	if len(patterns) == 0 {
		return ""
	}
	config := struct {
		Patterns map[string][]string
		Files    map[string]string
	}{map[string][]string{}, map[string]string{}}
	folder := filepath.Join(b.root, dir)
	for _, pattern := range patterns {
		bare, all := strings.CutPrefix(pattern, "all:")
		found, _ := filepath.Glob(filepath.Join(folder, filepath.FromSlash(bare)))
		names := []string{}
		for _, one := range found {
			for _, file := range below(one, all) {
				name, _ := filepath.Rel(folder, file)
				name = filepath.ToSlash(name)
				names = append(names, name)
				config.Files[name] = file
			}
		}
		config.Patterns[pattern] = names
	}
	text, err := json.Marshal(config)
	if err != nil {
		stop(err.Error())
	}
	file := filepath.Join(b.temp, filepath.Base(b.archive())+".embed")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		stop(err.Error())
	}
	return file
}

func below(start string, all bool) []string {
	var files []string
	filepath.WalkDir(start, func(file string, entry fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(entry.Name(), ".") || strings.HasPrefix(entry.Name(), "_")
		switch {
		case err != nil:
			return nil
		case hidden && !all && file != start && entry.IsDir():
			return fs.SkipDir
		case entry.Type().IsRegular() && (!hidden || all || file == start):
			files = append(files, file)
		}
		return nil
	})
	return files
}
