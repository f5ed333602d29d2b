package org.safetyledger.seeds;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.safetyledger.graphql.Sha256;
import org.safetyledger.seeds.SeedReport.FileReport;
import org.safetyledger.seeds.SeedReport.Outcome;

/** Loads a directory of CSV files, each in its own transaction. */
@ApplicationScoped
public class Seeds {

    private static final Logger LOG = Logger.getLogger(Seeds.class);

    private final BackgroundTransaction transaction;

    Seeds(BackgroundTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Loads the files that the directory has. A file that was loaded before with the same content is skipped; a file with a bad cell is not
     * loaded at all and ends the load, while the files before it stay loaded.
     *
     * @throws SeedsRejectedException if a file is bad
     */
    public SeedReport load(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw SeedsRejectedException.because("The seeds directory " + directory + " does not exist", null);
        }
        List<FileReport> reports = new ArrayList<>();
        for (SeedFile file : SeedFiles.IN_ORDER) {
            FileReport report = load(directory, file);
            log(report);
            reports.add(report);
        }
        return new SeedReport(List.copyOf(reports));
    }

    private static void log(FileReport report) {
        switch (report.outcome()) {
            case LOADED ->
                LOG.infof(
                        "Seeds: loaded %s, %d of %d rows new or changed",
                        report.file(), report.changed(), report.rows());
            case UNCHANGED -> LOG.infof("Seeds: skipped %s, its content is loaded already", report.file());
            case ABSENT -> LOG.infof("Seeds: skipped %s, the directory does not have it", report.file());
        }
    }

    private FileReport load(Path directory, SeedFile file) {
        Path path = directory.resolve(file.name());
        if (!Files.exists(path)) {
            return new FileReport(file.name(), Outcome.ABSENT, 0, 0);
        }
        try {
            byte[] content = Files.readAllBytes(path);
            return transaction.run(connection -> load(connection, file, content));
        } catch (IOException unreadable) {
            throw SeedsRejectedException.because(file.name() + " could not be read", unreadable);
        } catch (SQLException refused) {
            // The first message of a failed batch repeats the whole statement; the one behind it names the cause.
            SQLException cause = refused.getNextException() == null ? refused : refused.getNextException();
            throw SeedsRejectedException.because(
                    file.name() + " was not loaded, because the database answered: " + cause.getMessage(), refused);
        }
    }

    private static FileReport load(Connection connection, SeedFile file, byte[] content) throws SQLException {
        SeedImports imports = new SeedImports(connection);
        imports.lock();
        String sha256 = Sha256.hex(content);
        if (imports.isCurrent(file, sha256)) {
            return new FileReport(file.name(), Outcome.UNCHANGED, 0, 0);
        }
        List<Row> rows = new SeedReader(file, KnownKeys.of(connection, file.references())).read(content);
        int changed = new SeedWriter(file).write(connection, rows);
        imports.record(file, sha256, rows);
        return new FileReport(file.name(), Outcome.LOADED, rows.size(), changed);
    }
}
