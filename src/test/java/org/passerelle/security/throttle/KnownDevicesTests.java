package org.passerelle.security.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.account.AccountId;
import org.passerelle.account.AccountsInMemory;
import org.passerelle.account.Person;
import org.passerelle.booking.People;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KnownDevicesTests {

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final AccountsInMemory accounts = People.accounts();
    private final KnownDevices devices =
            new KnownDevices(new MongoTemplate(client, "devices"), accounts, new MutableClock());

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void takesABrowserForKnownUntilSomebodyElseHasTheAddress() {
        Person camille = People.CAMILLE;
        String address = camille.email().value();
        MockHttpServletResponse signedIn = new MockHttpServletResponse();
        devices.remember(new MockHttpServletRequest(), signedIn, address);
        MockHttpServletRequest later = new MockHttpServletRequest();
        later.setCookies(signedIn.getCookies());
        assertThat(devices.sourceOf(later, " Camille@Atelier-Brie.example").device())
                .isPresent();

        accounts.end(camille);
        assertThat(devices.sourceOf(later, address).device()).isEmpty();
        accounts.put(new Person(
                new AccountId("another-camille"),
                camille.email(),
                camille.name(),
                camille.role(),
                camille.organisation(),
                camille.sites()));

        assertThat(devices.sourceOf(later, address).device()).isEmpty();
    }
}
