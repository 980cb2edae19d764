package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReportTests {

    private static Optional<DeliveryReport> failure(String mail) {
        return DeliveryReport.failure(MailParser.parse(mail.getBytes(StandardCharsets.UTF_8)), false);
    }

    private static String report(String status) {
        return new String(InvitationMails.report("b+x@rooms.it77.example", status), StandardCharsets.UTF_8);
    }

    @Test
    void readsWhyAServerCouldNotDeliver() {
        String status = "Final-Recipient: rfc822;kim@example.org\nAction: failed\nStatus: 5.1.1\n"
                + "Diagnostic-Code: smtp; 550 5.1.1 <kim@example.org>:\n  User unknown";

        assertThat(failure(report(status))).contains(new DeliveryReport("550 5.1.1 <kim@example.org>: User unknown"));
    }

    @Test
    void readsTheOneThatFailedOfSeveral() {
        String status = "Final-Recipient: rfc822;eva@example.org\nAction: relayed\nStatus: 2.0.0\n\n"
                + "Final-Recipient: rfc822;kim@example.org\nACTION:  Failed (for good)\nStatus: 5.2.2";

        assertThat(failure(report(status))).contains(new DeliveryReport("5.2.2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "delivered", "relayed", "expanded", "unfailed", ""})
    void takesNoOtherReportForAFailure(String action) {
        assertThat(failure(report("Final-Recipient: rfc822;kim@example.org\nAction: " + action + "\nStatus: 4.4.1")))
                .isEmpty();
    }

    @Test
    void takesNothingElseForAReport() {
        String good = report("Action: failed\nStatus: 5.0.0");

        assertThat(failure(good)).isPresent();
        assertThat(failure(good.replace("report-type=delivery-status", "report-type=disposition-notification")))
                .isEmpty();
        assertThat(failure(good.replace("multipart/report", "multipart/mixed"))).isPresent();
        assertThat(failure("From: kim@example.org\r\n\r\nAction: failed\r\n")).isEmpty();
    }
}
