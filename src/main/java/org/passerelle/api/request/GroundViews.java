package org.passerelle.api.request;

import java.util.List;
import java.util.Locale;
import org.passerelle.api.Problems;
import org.passerelle.api.request.RequestView.GroundView;
import org.passerelle.booking.approval.RequestGrounds;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.RoomId;
import org.passerelle.i18n.Languages;
import org.passerelle.i18n.ReasonTexts;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells in the language of the client why a request waits; in English to whom no language is known, such as a webhook. */
@Component
public class GroundViews {

    private final RequestGrounds grounds;
    private final ReasonTexts texts;

    GroundViews(RequestGrounds grounds, ReasonTexts texts) {
        this.grounds = grounds;
        this.texts = texts;
    }

    public List<GroundView> of(Booking booking) {
        Locale locale = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? Problems.languageOf(current.getRequest())
                : Languages.DEFAULT;
        return grounds.of(booking).stream().map(reason -> view(reason, locale)).toList();
    }

    private GroundView view(Reason reason, Locale locale) {
        return new GroundView(
                reason.code().token(),
                reason.room().map(RoomId::value).orElse(null),
                reason.recurrenceId().orElse(null),
                texts.of(reason, locale));
    }
}
