package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.platform.PublicUrls;
import org.passerelle.platform.net.IpNetwork;
import org.passerelle.platform.net.TrustedProxies;
import org.passerelle.security.origin.UnsaidProtocol;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;

/** What a request looks like to the program, behind proxies that are trusted and others. */
@ExtendWith(OutputCaptureExtension.class)
class ForwardedHeadersTests {

    private static final String[] LIES = {
        "X-Forwarded-For", "198.51.100.1, 203.0.113.9",
        "X-Forwarded-Proto", "https",
        "X-Forwarded-Host", "evil.example, rooms.example.org:8443"
    };

    /** Keeps its connections, as proxies do. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Tomcat tomcat = new Tomcat();
    private UnsaidProtocol unsaid = new UnsaidProtocol(PublicUrls.at("https://rooms.example"));

    @TempDir
    private Path folder;

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void makeARequestThatOfTheClient() throws Exception {
        URI server = serverThatTrusts("127.0.0.0/8");

        assertThat(asked(server, LIES)).isEqualTo("203.0.113.9 https secure rooms.example.org 8443");
        assertThat(asked(server, "X-Forwarded-Proto", "https", "X-Forwarded-Port", "9443"))
                .isEqualTo("127.0.0.1 https secure 127.0.0.1 9443");
        assertThat(asked(server, "X-Forwarded-Host", "a b<c>", "X-Forwarded-Port", "99999"))
                .isEqualTo("127.0.0.1 http open 127.0.0.1 " + server.getPort());
    }

    @Test
    void areNotCarriedOverToTheNextRequestOfAConnection() throws Exception {
        URI server = serverThatTrusts("127.0.0.1");

        asked(server, LIES);

        assertThat(asked(server)).isEqualTo("127.0.0.1 http open 127.0.0.1 " + server.getPort());
    }

    @Test
    void thatDoNotSayByWhichProtocolAreToldOnceAndUntilTheyDo(CapturedOutput output) throws Exception {
        URI server = serverThatTrusts("127.0.0.1");

        asked(server);
        assertThat(unsaid.isUnsaid()).as("nothing was passed on").isFalse();
        asked(server, "X-Forwarded-For", "192.0.2.7");
        asked(server, "X-Forwarded-For", "192.0.2.7", "X-Forwarded-Proto", "gopher");
        assertThat(unsaid.isUnsaid()).isTrue();
        asked(server, "X-Forwarded-For", "192.0.2.7", "X-Forwarded-Proto", "https");

        assertThat(unsaid.isUnsaid()).isFalse();
        assertThat(output.getAll()).containsOnlyOnce("The proxy does not set X-Forwarded-Proto");
    }

    @Test
    void needNotSayByWhichProtocolWherePeopleComeByHttp() throws Exception {
        unsaid = new UnsaidProtocol(PublicUrls.at("http://rooms.example"));
        URI server = serverThatTrusts("127.0.0.1");

        asked(server, "X-Forwarded-For", "192.0.2.7");

        assertThat(unsaid.isUnsaid()).isFalse();
    }

    @Test
    void sayNothingFromOthers() throws Exception {
        URI server = serverThatTrusts("192.0.2.0/24", "::1");

        assertThat(asked(server, LIES)).isEqualTo("127.0.0.1 http open 127.0.0.1 " + server.getPort());
    }

    @Test
    void areBelievedFromThisMachineInProductionAndFromNobodyInTheDemo() {
        assertThat(trustedIn("prod")).containsExactly(IpNetwork.of("127.0.0.0/8"), IpNetwork.of("::1"));
        assertThat(trustedIn("demo")).isEmpty();
    }

    private static List<IpNetwork> trustedIn(String profile) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles(profile);
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return Binder.get(environment)
                .bindOrCreate("passerelle", ProxyProperties.class)
                .trustedProxies();
    }

    private URI serverThatTrusts(String... proxies) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getEngine()
                .getPipeline()
                .addValve(new ForwardedHeaders(
                        new TrustedProxies(
                                List.of(proxies).stream().map(IpNetwork::of).toList()),
                        unsaid));
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "echo", new Echo());
        context.addServletMappingDecoded("/", "echo");
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.start();
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/");
    }

    private static String asked(URI server, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .print(String.join(
                            " ",
                            request.getRemoteAddr(),
                            request.getScheme(),
                            request.isSecure() ? "secure" : "open",
                            request.getServerName(),
                            String.valueOf(request.getServerPort())));
        }
    }
}
