package org.passerelle.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Bookings in SQLite as somebody would keep them who has only one writer: the document as a blob, its claims as rows of a
 * table in which each claim is unique, both in one transaction. A commit waits for the disk, as the program's own does:
 * write-ahead log, {@code synchronous=FULL}; everything else is as SQLite comes.
 */
final class SqliteStore implements AutoCloseable {

    /** What {@code PRAGMA synchronous} says of FULL. */
    private static final String FULL = "2";

    private final Connection connection;
    private final PreparedStatement booking;
    private final PreparedStatement claim;
    private long count;

    private SqliteStore(Connection connection) throws SQLException {
        this.connection = connection;
        this.booking = connection.prepareStatement("INSERT INTO booking (number, document) VALUES (?, ?)");
        this.claim = connection.prepareStatement("INSERT INTO claim (claim, booking) VALUES (?, ?)");
    }

    /** An empty database in a new file. */
    static SqliteStore create(Path file) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=FULL");
                statement.execute("CREATE TABLE booking (number INTEGER PRIMARY KEY, document BLOB NOT NULL)");
                statement.execute("CREATE TABLE claim (claim INTEGER PRIMARY KEY, booking INTEGER NOT NULL)");
            }
            require(connection, "journal_mode", "wal");
            require(connection, "synchronous", FULL);
            connection.setAutoCommit(false);
            return new SqliteStore(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite does not work here", e);
        }
    }

    /** A setting that SQLite could not make it passes over in silence. */
    private static void require(Connection connection, String pragma, String value) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA " + pragma)) {
            if (!found.next() || !found.getString(1).equals(value)) {
                throw new IllegalStateException(pragma + " is not " + value);
            }
        }
    }

    void insert(byte[] document, List<Long> claims) {
        try {
            count++;
            booking.setLong(1, count);
            booking.setBytes(2, document);
            booking.executeUpdate();
            for (long each : claims) {
                claim.setLong(1, each);
                claim.setLong(2, count);
                claim.addBatch();
            }
            claim.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite refused a booking", e);
        }
    }

    String version() {
        try {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite does not tell its version", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite does not close", e);
        }
    }
}
