package org.passerelle.platform;

import com.mongodb.ConnectionString;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.EmbeddedMongo;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Refuses a configuration that would expose the demo's accounts or run production on defaults, before anything is
 * opened, and names everything that is wrong at once.
 */
class StartupChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, String> REQUIRED_IN_PRODUCTION = Map.of(
            "spring.mongodb.uri", "SPRING_MONGODB_URI",
            "passerelle.public-url", "PASSERELLE_PUBLIC_URL",
            "passerelle.admin-email", "PASSERELLE_ADMIN_EMAIL");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        List<String> objections = objections(environment);
        if (!objections.isEmpty()) {
            throw new StartupRefused(String.join(System.lineSeparator(), objections));
        }
        nameTheDatabase(environment);
    }

    static List<String> objections(Environment environment) {
        List<String> objections = new ArrayList<>();
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        boolean production = environment.acceptsProfiles(Profiles.of("prod"));
        if (demo && production) {
            objections.add("The profiles demo and prod exclude each other: the demo's accounts are public.");
        }
        if (production) {
            List<String> missing = REQUIRED_IN_PRODUCTION.entrySet().stream()
                    .filter(required -> !StringUtils.hasText(environment.getProperty(required.getKey())))
                    .map(Map.Entry::getValue)
                    .sorted()
                    .toList();
            if (!missing.isEmpty()) {
                objections.add("Production needs " + String.join(", ", missing) + ".");
            }
        }
        if (demo && !isLoopback(environment.getProperty("server.address"))) {
            objections.add("The demo's accounts are public, so the demo listens on the loopback address only: "
                    + "remove SERVER_ADDRESS, or run the profile prod.");
        }
        if (!demo && StringUtils.hasText(environment.getProperty("passerelle.clock-offset"))) {
            objections.add("PASSERELLE_CLOCK_OFFSET is for the demo only.");
        }
        return objections;
    }

    private static boolean isLoopback(@Nullable String address) {
        if (!StringUtils.hasText(address)) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** A server named without a database gets ours, rather than the driver's {@code test}. */
    private static void nameTheDatabase(ConfigurableEnvironment environment) {
        String uri = environment.getProperty("spring.mongodb.uri");
        if (StringUtils.hasText(uri) && new ConnectionString(uri).getDatabase() == null) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "database", Map.of("spring.mongodb.database", EmbeddedMongo.DATABASE)));
        }
    }
}
