package org.passerelle.roomagent;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.SchedulingMessage;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.inbox.LoggedReason;
import org.passerelle.mail.inbox.MailReceiver;
import org.passerelle.mail.inbox.ReceivedMail;
import org.passerelle.mail.inbox.Reception;
import org.passerelle.mail.inbox.Reception.ReceptionOutcome;
import org.springframework.stereotype.Component;

/** Receives what is mailed to the rooms, and has their agent decide on it. */
@Component
class InvitationHandler implements MailReceiver {

    private final RoomAgent agent;
    private final Directories directories;

    InvitationHandler(RoomAgent agent, Directories directories) {
        this.agent = agent;
        this.directories = directories;
    }

    @Override
    public boolean takes(String recipient) {
        return room(recipient).isPresent();
    }

    @Override
    public boolean receivesAutomaticMail() {
        return false;
    }

    @Override
    public boolean countsEvents() {
        return true;
    }

    /** By the clock on the wall of the room. */
    @Override
    public ZoneId floatingTimeZone(String recipient) {
        return room(recipient)
                .<ZoneId>map(room -> directories.current().siteOf(room).zone())
                .orElse(ZoneOffset.UTC);
    }

    private Optional<Room> room(String address) {
        return directories.current().roomAddressedAs(address);
    }

    @Override
    public Optional<Reception> receive(ReceivedMail mail) {
        return room(mail.recipient()).map(room -> received(mail, room));
    }

    private Reception received(ReceivedMail mail, Room room) {
        AgentAnswers answers = agent.answer(new MailToRoom(
                mail.approver().isPresent() ? mail.id() + "/approved" : mail.id(),
                mail.messageId(),
                mail.from().address(),
                mail.from().authenticated(),
                room,
                mail.calendars(),
                mail.approver()));
        List<OutgoingMail> mails = new ArrayList<>(answers.mails());
        List<LoggedReason> reasons = new ArrayList<>(mail.reasons());
        boolean wasDecided = !reasons.isEmpty() && (mail.approver().isEmpty() || isDecidedByAManager(reasons));
        if (!wasDecided) {
            answers.grounds().forEach(ground -> reasons.add(ground.toReason()));
        }
        boolean isInvitation = answers.grounds().stream()
                .noneMatch(ground -> ground.code() == DecisionReason.DecisionCode.NO_CALENDAR);
        boolean needsHelp = !isInvitation && mail.from().authenticated();
        if (needsHelp) {
            boolean isTnef = mail.message().isTnef();
            agent.help(room, mail.from().address(), mail.id(), mail.messageId(), isTnef)
                    .ifPresent(mails::add);
            if (!wasDecided) {
                reasons.add(LoggedReason.of(isTnef ? "TNEF" : "HELPED"));
            }
        }
        ReceptionOutcome outcome = switch (answers.fate()) {
            case DONE -> ReceptionOutcome.DONE;
            case KEPT -> ReceptionOutcome.KEPT;
            case IGNORED -> needsHelp ? ReceptionOutcome.DONE : ReceptionOutcome.IGNORED;
        };
        String title = maySaySubject(mail.calendars()) ? mail.message().subject() : "";
        return new Reception(outcome, Optional.of(title), reasons, mails);
    }

    /** Whether a manager's decision is among what was noted before; then what else was noted belongs to it. */
    private static boolean isDecidedByAManager(List<LoggedReason> reasons) {
        return LoggedReason.isAmong(reasons, LoggedReason.MANAGER_DECIDED);
    }

    /** The subject of an invitation is its title; that of one which is for those who take part is told to no manager. */
    private static boolean maySaySubject(List<SchedulingMessage> content) {
        List<CalendarEvent> events =
                content.stream().flatMap(each -> each.events().stream()).toList();
        return content.isEmpty()
                || !events.isEmpty()
                        && events.stream().noneMatch(event -> event.standing().hidden());
    }
}
