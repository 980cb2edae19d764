package org.passerelle.api.account;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.InvalidRequest;
import org.passerelle.notification.choice.ChosenMails;
import org.passerelle.notification.choice.DigestRhythm;
import org.passerelle.notification.choice.MailChoices;
import org.passerelle.notification.choice.QuietHours;
import org.passerelle.security.CurrentPerson;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which mails one gets about bookings. */
@RestController
@RequestMapping("/api/v1/me/notifications")
class MailChoicesController {

    private final ChosenMails chosen;

    MailChoicesController(ChosenMails chosen) {
        this.chosen = chosen;
    }

    @Operation(summary = "Tells which mails about bookings you get.")
    @GetMapping
    MailChoicesJson show(@CurrentPerson Person person) {
        return MailChoicesJson.of(chosen.of(person.id()));
    }

    @Operation(
            summary =
                    "Chooses which mails about bookings you get; what is left out stays as it is, and some news you are always told.")
    @PutMapping
    MailChoicesJson choose(@CurrentPerson Person person, @RequestBody ChosenJson wanted) {
        MailChoices choices = wanted.over(chosen.of(person.id()));
        chosen.put(person.id(), choices);
        return MailChoicesJson.of(choices);
    }

    /** What may be chosen; null stays as it is. */
    record ChosenJson(
            @Nullable Boolean confirmations,
            @Nullable Boolean changes,
            @Nullable Boolean requests,
            @Nullable Boolean reminders,
            @Nullable Duration reminderBefore,
            @Nullable ChosenHoursJson quietHours,
            @Nullable DigestRhythm digest,
            @Nullable Boolean calls) {

        MailChoices over(MailChoices present) {
            if (reminderBefore != null && !MailChoices.isReminder(reminderBefore)) {
                throw new InvalidRequest("reminderBefore", "reminder.bounds");
            }
            return new MailChoices(
                    confirmations == null ? present.confirmations() : confirmations,
                    changes == null ? present.changes() : changes,
                    requests == null ? present.requests() : requests,
                    reminders == null ? present.reminders() : reminders,
                    reminderBefore == null ? present.reminderBefore() : reminderBefore,
                    quietHours == null ? present.quietHours() : quietHours.over(present.quietHours()),
                    digest == null ? present.digest() : digest,
                    calls == null ? present.calls() : calls);
        }
    }

    /** Hours of the day, {@code to} excluded; no hours are quiet if both are the same. */
    record QuietHoursJson(String from, String to) {

        static QuietHoursJson of(QuietHours hours) {
            return new QuietHoursJson(hours.from().toString(), hours.to().toString());
        }
    }

    /** As {@link QuietHoursJson}; null stays as it is. */
    record ChosenHoursJson(
            @Nullable LocalTime from, @Nullable LocalTime to) {

        QuietHours over(QuietHours present) {
            return new QuietHours(from == null ? present.from() : from, to == null ? present.to() : to);
        }
    }

    /** The choices as told to clients. */
    record MailChoicesJson(
            boolean confirmations,
            boolean changes,
            boolean requests,
            boolean reminders,
            Duration reminderBefore,
            QuietHoursJson quietHours,
            DigestRhythm digest,
            boolean calls) {

        static MailChoicesJson of(MailChoices choices) {
            return new MailChoicesJson(
                    choices.confirmations(),
                    choices.changes(),
                    choices.requests(),
                    choices.reminders(),
                    choices.reminderBefore(),
                    QuietHoursJson.of(choices.quietHours()),
                    choices.digest(),
                    choices.calls());
        }
    }
}
