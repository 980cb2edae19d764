package org.passerelle.calendar.imports;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.passerelle.calendar.imports.Fetched.Tag;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.platform.http.AnswerTooLarge;
import org.passerelle.platform.http.AnswerTooSlow;
import org.passerelle.platform.http.BoundedHttpClient;
import org.passerelle.platform.http.Deadline;
import org.passerelle.platform.http.ExchangeLimits;
import org.passerelle.platform.http.OutboundRequest;
import org.passerelle.platform.http.PublicAddresses;
import org.passerelle.platform.http.ServerAnswer;
import org.passerelle.platform.http.UnusableAddress;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fetches calendars over HTTP from strangers: with a limit on time, size and redirects, each of which is looked at like
 * the first address.
 */
@Component
class CalendarFetching {

    private static final int MOST_REDIRECTS = 5;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int LONGEST_HEADER = 1_000;

    private final ImportProperties settings;
    private final BoundedHttpClient http;

    CalendarFetching(ImportProperties settings) {
        this.settings = settings;
        this.http = new BoundedHttpClient(
                new ExchangeLimits(
                        CONNECT, SILENCE, (int) Math.min(settings.largest().toBytes(), SchedulingMessages.LARGEST)),
                new PublicAddresses(settings.allowPrivateAddresses()));
    }

    /** Where the next answer is, or the last one. */
    private sealed interface Step {

        record Onwards(URI to) implements Step {}

        record Arrived(Fetched fetched) implements Step {}
    }

    /** The calendar at {@code address}, unless it is as it was when {@code known} was sent with it. */
    Fetched fetch(URI address, Tag known) {
        Deadline deadline = Deadline.in(settings.timeLimit());
        URI next = address;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            Step step = step(next, known, deadline);
            if (step instanceof Step.Arrived arrived) {
                return arrived.fetched();
            }
            next = ((Step.Onwards) step).to();
        }
        return new Fetched.Failed(ImportFailure.TOO_MANY_REDIRECTS);
    }

    /** A slow server does not hold up the end of the program. */
    @EventListener(ContextClosedEvent.class)
    void breakOff() {
        http.breakOff();
    }

    private Step step(URI address, Tag known, Deadline deadline) {
        try {
            return step(address, http.send(question(address, known), deadline));
        } catch (PublicAddresses.PrivateAddress e) {
            return failed(ImportFailure.PRIVATE_ADDRESS);
        } catch (UnusableAddress e) {
            return failed(ImportFailure.UNUSABLE_ADDRESS);
        } catch (AnswerTooLarge e) {
            return failed(ImportFailure.TOO_LARGE);
        } catch (AnswerTooSlow e) {
            return failed(ImportFailure.TOO_SLOW);
        } catch (IOException e) {
            return failed(ImportFailure.UNREACHABLE);
        }
    }

    private static OutboundRequest question(URI address, Tag known) {
        OutboundRequest question =
                OutboundRequest.get(address).with("Accept", "text/calendar, text/plain;q=0.5, */*;q=0.1");
        if (known.etag().isPresent()) {
            question = question.with("If-None-Match", known.etag().get());
        }
        return known.lastModified().isPresent()
                ? question.with("If-Modified-Since", known.lastModified().get())
                : question;
    }

    private static Step step(URI address, ServerAnswer answer) {
        if (answer.status() == 304) {
            return new Step.Arrived(new Fetched.Unchanged());
        }
        if (answer.status() >= 300 && answer.status() < 400) {
            return onwards(address, answer);
        }
        if (answer.status() != 200) {
            return failed(ImportFailure.REFUSED);
        }
        return new Step.Arrived(new Fetched.Calendar(
                answer.body(), answer.charset(), new Tag(header(answer, "ETag"), header(answer, "Last-Modified"))));
    }

    private static Step onwards(URI address, ServerAnswer answer) {
        try {
            URI to = address.resolve(new URI(header(answer, "Location").orElse("")));
            return new Step.Onwards(URI.create(ImportSource.url(to.toString()).value()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return failed(ImportFailure.TOO_MANY_REDIRECTS);
        }
    }

    private static Optional<String> header(ServerAnswer answer, String name) {
        return answer.header(name).filter(value -> value.length() <= LONGEST_HEADER);
    }

    private static Step failed(ImportFailure why) {
        return new Step.Arrived(new Fetched.Failed(why));
    }
}
