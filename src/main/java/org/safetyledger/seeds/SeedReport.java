package org.safetyledger.seeds;

import java.util.List;

/** What a load did, file by file in load order. */
public record SeedReport(List<FileReport> files) {

    /**
     * What happened to one file.
     *
     * @param rows how many rows it has; 0 unless loaded
     * @param changed how many rows of the database were inserted or updated
     */
    public record FileReport(String file, Outcome outcome, int rows, int changed) {}

    /** What happened to a file. */
    public enum Outcome {
        /** Its rows are now in the database. */
        LOADED,
        /** The same content was loaded before. */
        UNCHANGED,
        /** The directory does not have it. */
        ABSENT
    }

    /** The report on one of the known files. */
    public FileReport file(String name) {
        return files.stream()
                .filter(report -> report.file().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No seed file is called " + name));
    }
}
