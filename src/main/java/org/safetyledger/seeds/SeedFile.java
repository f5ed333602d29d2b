package org.safetyledger.seeds;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one file become rows of one table.
 *
 * @param key the file's columns that name a row
 * @param conflict the table's columns that name the same row
 * @param id the row's id in a table that has one
 * @param lookups what cells refer to
 * @param apart each a list of the file's columns that name what only one row at a time is valid for
 * @param uniques further columns that may hold each value once
 * @param defines what others refer to by this file's key
 * @param versioned whether the table counts the changes of a row in {@code version}
 * @param takesFrom files whose content this one copies: after a change of one of them it is loaded again
 */
record SeedFile(
        String name,
        String table,
        List<Column> columns,
        List<String> key,
        List<String> conflict,
        @Nullable Function<Row, Object> id,
        List<Target> targets,
        List<Lookup> lookups,
        List<RowRule> rules,
        List<List<String>> apart,
        List<String> uniques,
        @Nullable Reference defines,
        boolean versioned,
        List<String> takesFrom) {

    /** The columns whose values, joined by colons, must be a known key; every part of a list must. */
    record Lookup(Reference reference, List<String> columns) {}

    static Declaration named(String name, String table) {
        return new Declaration(name, table);
    }

    Set<Reference> references() {
        Set<Reference> references = EnumSet.noneOf(Reference.class);
        lookups.forEach(lookup -> references.add(lookup.reference()));
        return references;
    }

    /** The keys that no two rows of the file may share. */
    List<List<String>> distinct() {
        return Stream.concat(Stream.of(key), uniques.stream().map(List::of)).toList();
    }

    /** Collects what one file needs; see the components of {@link SeedFile}. */
    static final class Declaration {

        private final String name;
        private final String table;
        private List<Column> columns = List.of();
        private List<String> key = List.of();
        private List<String> conflict = List.of();
        private @Nullable Function<Row, Object> id;
        private final List<Target> targets = new ArrayList<>();
        private final List<Lookup> lookups = new ArrayList<>();
        private final List<RowRule> rules = new ArrayList<>();
        private final List<List<String>> apart = new ArrayList<>();
        private List<String> uniques = List.of();
        private @Nullable Reference defines;
        private boolean versioned;
        private List<String> takesFrom = List.of();

        private Declaration(String name, String table) {
            this.name = name;
            this.table = table;
        }

        Declaration columns(Column... all) {
            columns = List.of(all);
            return this;
        }

        Declaration key(String... all) {
            key = List.of(all);
            conflict = key;
            return this;
        }

        Declaration conflict(String... all) {
            conflict = List.of(all);
            return this;
        }

        Declaration id(Function<Row, Object> function) {
            id = function;
            return this;
        }

        Declaration target(String column, String expression, String... inputs) {
            targets.add(new Target(column, expression, List.of(inputs), false));
            return this;
        }

        Declaration kept(String column, String expression, String... inputs) {
            targets.add(new Target(column, expression, List.of(inputs), true));
            return this;
        }

        Declaration refersTo(Reference reference, String... all) {
            lookups.add(new Lookup(reference, List.of(all)));
            return this;
        }

        Declaration rule(RowRule rule) {
            rules.add(rule);
            return this;
        }

        Declaration apart(String... all) {
            apart.add(List.of(all));
            return this;
        }

        Declaration unique(String... all) {
            uniques = List.of(all);
            return this;
        }

        Declaration defines(Reference reference) {
            defines = reference;
            return this;
        }

        Declaration versioned() {
            versioned = true;
            return this;
        }

        Declaration takesFrom(String... files) {
            takesFrom = List.of(files);
            return this;
        }

        SeedFile declared() {
            if (columns.stream().anyMatch(column -> column.name().equals("valid_to"))) {
                rules.add(RowRule.validityInOrder());
            }
            return new SeedFile(
                    name,
                    table,
                    columns,
                    key,
                    conflict,
                    id,
                    List.copyOf(targets),
                    List.copyOf(lookups),
                    List.copyOf(rules),
                    List.copyOf(apart),
                    uniques,
                    defines,
                    versioned,
                    takesFrom);
        }
    }
}
