package org.passerelle.mail.smtp;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A mail that was kept, as it can be read and as a mail program would take it apart. */
public record SpooledMail(String id, Instant at, byte[] bytes) {

    /** Made once: each looks for providers and types of content in files all over the class path. */
    private static final Session SESSION = Session.getInstance(new Properties());

    /** One header as people read it. */
    public record Header(String name, String value) {}

    static Optional<SpooledMail> read(Path file, String id) {
        try {
            return Optional.of(
                    new SpooledMail(id, Files.getLastModifiedTime(file).toInstant(), Files.readAllBytes(file)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String from() {
        return header("From");
    }

    public String to() {
        return header("To");
    }

    /** The one address that it is for. */
    public Optional<String> recipient() {
        try {
            Address[] all = message().getRecipients(Message.RecipientType.TO);
            return all != null && all.length == 1 && all[0] instanceof InternetAddress one
                    ? Optional.of(one.getAddress())
                    : Optional.empty();
        } catch (MessagingException e) {
            throw new IllegalStateException("Not a mail of ours: " + id, e);
        }
    }

    public String subject() {
        return header("Subject");
    }

    /** All headers, in their order, decoded. */
    public List<Header> headers() {
        try {
            return Collections.list(message().getAllHeaders()).stream()
                    .map(header -> new Header(header.getName(), decoded(header.getValue())))
                    .toList();
        } catch (MessagingException e) {
            throw new IllegalStateException("Not a mail of ours: " + id, e);
        }
    }

    /** The first part of that type, such as {@code text/html}; empty if there is none. */
    public Optional<String> text(String type) {
        try {
            return text(message(), type);
        } catch (MessagingException e) {
            throw new IllegalStateException("Not a mail of ours: " + id, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String header(String name) {
        try {
            String[] values = message().getHeader(name);
            return values == null ? "" : decoded(values[0]);
        } catch (MessagingException e) {
            throw new IllegalStateException("Not a mail of ours: " + id, e);
        }
    }

    private MimeMessage message() throws MessagingException {
        return new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
    }

    private static Optional<String> text(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                Optional<String> found = text(each, type);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        boolean isWanted = part.isMimeType(type.toLowerCase(Locale.ROOT));
        return isWanted
                ? Optional.of(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static String decoded(@Nullable String value) {
        if (value == null) {
            return "";
        }
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }
}
