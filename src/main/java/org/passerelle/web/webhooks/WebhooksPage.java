package org.passerelle.web.webhooks;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.calendar.feed.FeedSubject;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.platform.http.WebAddress;
import org.passerelle.platform.work.RemoteCall;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.calendars.Subjects;
import org.passerelle.webhook.WebhookResult;
import org.passerelle.webhook.Webhooks;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.model.WebhookDelivery;
import org.passerelle.webhook.model.WebhookEvent;
import org.passerelle.webhook.model.WebhookTarget;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody's webhooks: making one, whose secret is shown once, seeing what was sent, sending it again, ending it. */
@Controller
class WebhooksPage {

    private static final String HERE = "redirect:/webhooks";

    /** On one page. */
    private static final int MOST = 50;

    private final Webhooks webhooks;
    private final WebhookLines lines;
    private final Subjects subjects;

    WebhooksPage(Webhooks webhooks, WebhookLines lines, Subjects subjects) {
        this.webhooks = webhooks;
        this.lines = lines;
        this.subjects = subjects;
    }

    @GetMapping("/webhooks")
    String show(@CurrentPerson Person person, Locale locale, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute(
                "webhooks",
                webhooks.of(person.id()).stream()
                        .map(each -> lines.of(each, person, locale))
                        .toList());
        model.addAttribute("subjects", subjects.of(person, locale));
        model.addAttribute("details", FeedDetail.values());
        model.addAttribute("events", WebhookEvent.values());
        return "webhooks";
    }

    @RemoteCall
    @PostMapping("/webhooks")
    String make(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false, defaultValue = "") List<String> events,
            @RequestParam(defaultValue = "FULL") FeedDetail detail,
            RedirectAttributes next) {
        Optional<URI> address = address(url);
        Set<WebhookEvent> told = EnumSet.noneOf(WebhookEvent.class);
        events.forEach(token -> WebhookEvent.parse(token).ifPresent(told::add));
        Optional<FeedSubject> wanted = Subjects.parse(subject);
        if (address.isEmpty() || told.isEmpty() || wanted.isEmpty()) {
            return refused(address.isEmpty() ? "ADDRESS" : told.isEmpty() ? "EVENTS" : "UNKNOWN", url, next);
        }
        WebhookResult result = webhooks.make(person, new WebhookTarget(address.get(), told, wanted.get(), detail));
        if (result instanceof WebhookResult.WebhookMade made) {
            next.addFlashAttribute("secret", made.secret());
            return HERE;
        }
        return refused(((WebhookResult.WebhookRefused) result).why().name(), url, next);
    }

    private static String refused(String why, String url, RedirectAttributes next) {
        next.addFlashAttribute("refused", why);
        next.addFlashAttribute("given", url);
        return HERE;
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(WebAddress.parse(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param before the number of a delivery; those before it are shown */
    @GetMapping("/webhooks/{id}")
    String deliveries(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String before,
            Locale locale,
            Model model) {
        Webhook webhook = webhook(person, id);
        long end = number(before).orElse(Long.MAX_VALUE);
        List<WebhookDelivery> some = webhooks.deliveries(webhook, end, MOST);
        long last = some.isEmpty() ? 1 : some.get(some.size() - 1).number();
        model.addAttribute("webhook", lines.of(webhook, person, locale));
        model.addAttribute("deliveries", lines.of(some, person, locale));
        model.addAttribute("older", last > 1 ? Long.toString(last) : "");
        return "webhook";
    }

    @PostMapping("/webhooks/{id}/deliveries/{delivery}/redeliver")
    String redeliver(
            @CurrentPerson Person person,
            @PathVariable String id,
            @PathVariable String delivery,
            RedirectAttributes next) {
        if (number(delivery)
                .flatMap(number -> webhooks.redeliver(person.id(), id, number))
                .isEmpty()) {
            throw new NoSuchPage("delivery " + delivery + " of webhook " + id);
        }
        next.addFlashAttribute("done", "redelivered");
        return HERE + "/" + id;
    }

    @PostMapping("/webhooks/{id}/redeliver")
    String resume(@CurrentPerson Person person, @PathVariable String id, RedirectAttributes next) {
        if (webhooks.resume(person.id(), id).isEmpty()) {
            throw new NoSuchPage("webhook " + id);
        }
        next.addFlashAttribute("done", "resumed");
        return HERE;
    }

    @PostMapping("/webhooks/{id}/end")
    String end(@CurrentPerson Person person, @PathVariable String id, RedirectAttributes next) {
        if (!webhooks.end(person.id(), id)) {
            throw new NoSuchPage("webhook " + id);
        }
        next.addFlashAttribute("done", "ended");
        return HERE;
    }

    private Webhook webhook(Person person, String id) {
        return webhooks.find(person.id(), id).orElseThrow(() -> new NoSuchPage("webhook " + id));
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
