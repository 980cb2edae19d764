package org.passerelle.backup.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.platform.http.LoopbackExchange;

/** Asks the running program of a data folder for a backup or a check, or to book something. */
public final class ControlClient {

    private static final int LONGEST_REFUSAL = 1 << 12;

    private final ControlFile program;

    private ControlClient(ControlFile program) {
        this.program = program;
    }

    /** @throws BackupRefused if the program cannot be asked, or what says where may not be its own */
    public static ControlClient of(Path data) {
        return new ControlClient(ControlFile.read(data));
    }

    /**
     * What a check has found.
     *
     * @param wrong how many things are left that are not as they must be
     */
    public record CheckAnswer(List<String> lines, long wrong) {}

    /**
     * What came of an import.
     *
     * @param refusals a line each
     * @param booked how many bookings there are that were not there before
     */
    public record ImportAnswer(List<String> refusals, long booked) {}

    /** @throws BackupRefused if the program refuses; what was written then is no backup */
    public void backup(OutputStream out, Optional<String> passphrase) throws IOException {
        try (LoopbackExchange exchange = asked(ControlServer.BACKUP, passphrase, InputStream.nullInputStream());
                InputStream in = exchange.body()) {
            in.transferTo(out);
        }
    }

    public CheckAnswer check(boolean repairs) {
        String path = repairs ? ControlServer.REPAIR : ControlServer.CHECK;
        try (LoopbackExchange exchange = asked(path, Optional.empty(), InputStream.nullInputStream())) {
            return new CheckAnswer(lines(exchange), exchange.number(ControlServer.WRONG, 1));
        } catch (IOException e) {
            throw new BackupRefused("The program does not answer: " + e.getMessage() + ".", e);
        }
    }

    /** Has the program book each line. */
    public ImportAnswer book(InputStream lines) throws IOException {
        try (LoopbackExchange exchange = asked(ControlServer.IMPORT, Optional.empty(), lines)) {
            return new ImportAnswer(lines(exchange), exchange.number(ControlServer.BOOKED, 0));
        }
    }

    private static List<String> lines(LoopbackExchange exchange) throws IOException {
        try (InputStream in = exchange.body()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private LoopbackExchange asked(String path, Optional<String> passphrase, InputStream body) throws IOException {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + program.secret()));
        passphrase.ifPresent(text -> headers.put(
                ControlServer.PASSPHRASE, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
        LoopbackExchange exchange = LoopbackExchange.post(program.address().resolve(path), headers, body);
        if (!exchange.isGood()) {
            try (exchange;
                    InputStream words = exchange.body()) {
                throw new BackupRefused(new String(words.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8));
            }
        }
        return exchange;
    }
}
