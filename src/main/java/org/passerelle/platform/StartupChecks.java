package org.passerelle.platform;

import com.mongodb.ConnectionString;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.EmbeddedMongo;
import org.passerelle.platform.settings.DeclaredSetting;
import org.passerelle.platform.settings.KeyFiles;
import org.passerelle.platform.settings.SettingCatalogue;
import org.passerelle.platform.settings.SettingCheck;
import org.passerelle.platform.settings.SettingValues;
import org.passerelle.platform.settings.UnknownSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.StringUtils;

/**
 * Refuses a configuration that would expose the demo's accounts, run production on defaults, or not do what it says, before
 * anything is opened, and names everything that is wrong at once.
 */
class StartupChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String MONGODB_URI = "spring.mongodb.uri";
    private static final List<String> PROFILES = List.of("demo", "prod");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        SettingCatalogue catalogue = SettingCatalogue.read();
        List<String> objections = new ArrayList<>(KeyFiles.read(environment, catalogue));
        objections.addAll(objections(environment));
        objections.addAll(UnknownSettings.in(environment, catalogue));
        List<String> values = new SettingValues(environment, catalogue).objections();
        objections.addAll(values);
        if (values.isEmpty()) {
            objections.addAll(objectionsOfModules(environment));
        }
        if (!objections.isEmpty()) {
            throw new StartupRefused(String.join(System.lineSeparator(), objections));
        }
        nameTheDatabase(environment);
        keepSessionsToHttps(environment);
    }

    static List<String> objections(Environment environment) {
        List<String> objections = new ArrayList<>();
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        boolean production = environment.acceptsProfiles(Profiles.of("prod"));
        if (demo && production) {
            objections.add("The profiles demo and prod exclude each other: the demo's accounts are public.");
        }
        objections.addAll(objectionsToProfiles(environment));
        if (production) {
            List<String> missing = missingInProduction(environment);
            if (!missing.isEmpty()) {
                objections.add("Production needs " + String.join(", ", missing) + ".");
            }
        }
        objections.addAll(objectionsToDatabase(environment));
        if (demo && !isLoopback(environment.getProperty("server.address"))) {
            objections.add("The demo's accounts are public, so the demo listens on the loopback address only: "
                    + "remove SERVER_ADDRESS, or run the profile prod.");
        }
        if (!demo && StringUtils.hasText(environment.getProperty("passerelle.clock-offset"))) {
            objections.add("PASSERELLE_CLOCK_OFFSET is for the demo only.");
        }
        return objections;
    }

    /** A profile that there is not would be the demo's store and none of production's demands, for everybody to reach. */
    private static List<String> objectionsToProfiles(Environment environment) {
        return Stream.of(environment.getActiveProfiles())
                .filter(profile -> !PROFILES.contains(profile))
                .map(profile -> "SPRING_PROFILES_ACTIVE names the profile " + profile
                        + ", which there is not: prod is for production, demo to try it out.")
                .toList();
    }

    private static List<String> missingInProduction(Environment environment) {
        List<String> missing = new ArrayList<>();
        Stream.of("passerelle.admin-email", "passerelle.public-url")
                .filter(name -> !isGiven(environment, name))
                .map(DeclaredSetting::variable)
                .forEach(missing::add);
        if (!isGiven(environment, MONGODB_URI) && !isGiven(environment, DatabaseProperties.NAME)) {
            missing.add("SPRING_MONGODB_URI (or PASSERELLE_DATABASE=embedded)");
        }
        return missing;
    }

    private static List<String> objectionsToDatabase(Environment environment) {
        String uri = environment.getProperty(MONGODB_URI, "");
        if (uri.isBlank()) {
            return List.of();
        }
        List<String> objections = new ArrayList<>();
        if (isGiven(environment, DatabaseProperties.NAME)) {
            objections.add("PASSERELLE_DATABASE is embedded and SPRING_MONGODB_URI names a server: only one can be.");
        }
        try {
            new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            objections.add("SPRING_MONGODB_URI is no address of a MongoDB server, such as"
                    + " mongodb://db1,db2,db3/passerelle?replicaSet=rs0.");
        }
        return objections;
    }

    /** Of keys that are no keys, for example: what only the module knows that reads them. */
    private static List<String> objectionsOfModules(Environment environment) {
        Binder binder = Binder.get(environment);
        return SpringFactoriesLoader.forDefaultResourceLocation(StartupChecks.class.getClassLoader())
                .load(SettingCheck.class)
                .stream()
                .flatMap(check -> check.objection(binder).stream())
                .toList();
    }

    private static boolean isGiven(Environment environment, String name) {
        return StringUtils.hasText(environment.getProperty(name));
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

    /** Where people come by https a session is not sent by http, whatever the proxy says of a request. */
    private static void keepSessionsToHttps(ConfigurableEnvironment environment) {
        if (environment.getProperty("passerelle.public-url", "").startsWith("https:")) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "https", Map.of("server.servlet.session.cookie.secure", Boolean.TRUE.toString())));
        }
    }

    /** A server named without a database gets ours, rather than the driver's {@code test}. */
    private static void nameTheDatabase(ConfigurableEnvironment environment) {
        String uri = environment.getProperty(MONGODB_URI);
        if (StringUtils.hasText(uri) && new ConnectionString(uri).getDatabase() == null) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "database", Map.of("spring.mongodb.database", EmbeddedMongo.DATABASE)));
        }
    }
}
