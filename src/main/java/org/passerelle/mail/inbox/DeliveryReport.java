package org.passerelle.mail.inbox;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a mail could not be delivered, as a mail server reports it: by RFC 3464, or in words of its own. Reports of another
 * kind, that it is late or has arrived, are none; nor is what people's programs answer while they are away.
 *
 * @param said why, in the words of that server
 */
public record DeliveryReport(String said) {

    private static final Pattern REPORT = Pattern.compile("(?i)multipart/report\\b.*");
    private static final Pattern ON_DELIVERY = Pattern.compile("(?i).*report-type\\s*=\\s*\"?delivery-status\\b.*");
    private static final Pattern ACTION = Pattern.compile("(?im)^action[ \t]*:[ \t]*failed\\b");
    private static final Pattern DIAGNOSIS =
            Pattern.compile("(?im)^diagnostic-code[ \t]*:[ \t]*(?:[a-z0-9-]{1,20}[ \t]*;)?[ \t]*(.{1,500})");
    private static final Pattern STATUS = Pattern.compile("(?im)^status[ \t]*:[ \t]*(\\d{1,3}(?:\\.\\d{1,3}){2})");

    /**
     * Empty if {@code mail} reports no failure for good.
     *
     * @param returnsOurs whether it names a mail of ours, other than as what it answers
     */
    public static Optional<DeliveryReport> failure(ParsedMail mail, boolean returnsOurs) {
        String type = mail.first("content-type");
        if (REPORT.matcher(type).matches() && !ON_DELIVERY.matcher(type).matches()) {
            return Optional.empty();
        }
        return mail.report().isBlank()
                ? BounceRecogniser.failure(mail, returnsOurs).map(DeliveryReport::new)
                : failed(mail);
    }

    private static Optional<DeliveryReport> failed(ParsedMail mail) {
        String groups = mail.report().replace("\r\n", "\n").replaceAll("\n[ \t]+", " ");
        for (String recipient : groups.split("\n{2,}")) {
            if (ACTION.matcher(recipient).find()) {
                return Optional.of(new DeliveryReport(said(recipient)));
            }
        }
        return Optional.empty();
    }

    private static String said(String recipient) {
        Matcher diagnosis = DIAGNOSIS.matcher(recipient);
        if (diagnosis.find()) {
            return diagnosis.group(1).strip();
        }
        Matcher status = STATUS.matcher(recipient);
        return status.find() ? status.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
