package org.passerelle.webhook.delivery;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.passerelle.platform.http.AnswerTooLarge;
import org.passerelle.platform.http.AnswerTooSlow;
import org.passerelle.platform.http.BoundedHttpClient;
import org.passerelle.platform.http.Deadline;
import org.passerelle.platform.http.ExchangeLimits;
import org.passerelle.platform.http.OutboundRequest;
import org.passerelle.platform.http.OutboundRequest.RequestBody;
import org.passerelle.platform.http.PublicAddresses;
import org.passerelle.platform.http.ServerAnswer;
import org.passerelle.platform.http.UnusableAddress;
import org.passerelle.webhook.model.DeliveryProblem;
import org.passerelle.webhook.model.Webhook;
import org.passerelle.webhook.model.WebhookDelivery;
import org.springframework.stereotype.Component;

/**
 * Sends signed bodies to strangers: the addresses that may be asked are those of imports, found anew each time; nobody follows a
 * redirect, and of an answer no more is read than its head.
 */
@Component
class WebhookPost {

    private static final String SIGNATURE = "Passerelle-Signature";
    private static final String EVENT = "Passerelle-Event";
    private static final String DELIVERY = "Passerelle-Delivery";

    private final WebhookSecrets secrets;
    private final WebhookProperties settings;
    private final BoundedHttpClient http;
    private final Clock clock;

    WebhookPost(WebhookSecrets secrets, WebhookProperties settings, Clock clock) {
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
        Duration limit = settings.timeLimit();
        this.http = new BoundedHttpClient(
                new ExchangeLimits(limit, limit, 0), new PublicAddresses(settings.allowPrivateAddresses()));
    }

    /**
     * What a receiver made of it.
     *
     * @param status of its answer; zero if there was none
     * @param problem empty if it took it
     */
    record Outcome(int status, Optional<DeliveryProblem> problem) {

        private static Outcome failed(DeliveryProblem why) {
            return new Outcome(0, Optional.of(why));
        }
    }

    Outcome send(Webhook to, WebhookDelivery delivery, byte[] body) {
        long time = clock.instant().getEpochSecond();
        OutboundRequest request = OutboundRequest.post(
                        to.target().url(), Optional.of(new RequestBody(body, "application/json")))
                .with(SIGNATURE, secrets.signature(to.id(), time, body))
                .with(EVENT, delivery.event().type().token())
                .with(DELIVERY, Long.toString(delivery.number()));
        try {
            return outcome(http.send(request, Deadline.in(settings.timeLimit())));
        } catch (PublicAddresses.PrivateAddress e) {
            return Outcome.failed(DeliveryProblem.PRIVATE_ADDRESS);
        } catch (UnusableAddress | UnknownHostException e) {
            return Outcome.failed(DeliveryProblem.UNUSABLE_ADDRESS);
        } catch (AnswerTooLarge e) {
            return Outcome.failed(DeliveryProblem.UNREADABLE);
        } catch (AnswerTooSlow e) {
            return Outcome.failed(DeliveryProblem.TOO_SLOW);
        } catch (IOException e) {
            return Outcome.failed(DeliveryProblem.UNREACHABLE);
        }
    }

    private static Outcome outcome(ServerAnswer answer) {
        if (answer.isSuccess()) {
            return new Outcome(answer.status(), Optional.empty());
        }
        boolean isElsewhere = answer.status() >= 300 && answer.status() < 400;
        return new Outcome(
                answer.status(), Optional.of(isElsewhere ? DeliveryProblem.REDIRECTED : DeliveryProblem.REFUSED));
    }

    /** Waits for nobody any more. */
    void breakOff() {
        http.breakOff();
    }
}
