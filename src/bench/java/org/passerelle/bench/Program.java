package org.passerelle.bench;

import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.passerelle.DemoNetwork;
import org.passerelle.PasserelleApplication;
import org.passerelle.TestClient;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.DirectoryUpdates;
import org.passerelle.platform.mongo.EmbeddedMongo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The demo on a free port in this process, where its embedded store can be reached beside it. */
final class Program implements AutoCloseable {

    static final String MANAGER = "operator@melun.example";
    static final String NADIA = "nadia@grandgroupe.example";
    static final String LOUIS = "louis@atelier-brie.example";

    private static final String PASSWORD = "passerelle";

    private final ConfigurableApplicationContext context;
    private final MongoClient driver;

    private Program(ConfigurableApplicationContext context) {
        this.context = context;
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(EmbeddedMongo.address())
                .writeConcern(WriteConcern.MAJORITY.withJournal(true));
        context.getBean(EmbeddedMongo.class).connect(settings);
        this.driver = MongoClients.create(settings.build());
    }

    /** @param more arguments of the command line */
    static Program start(Path folder, String... more) {
        return start(new SpringApplication(PasserelleApplication.class), folder, more);
    }

    /** @param listener told of every command that the program gives to its store */
    static Program watched(Path folder, CommandListener listener) {
        SpringApplication application = new SpringApplication(PasserelleApplication.class);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(
                        "watchedCommands",
                        MongoClientSettingsBuilderCustomizer.class,
                        () -> settings -> settings.addCommandListener(listener)));
        return start(application, folder);
    }

    private static Program start(SpringApplication application, Path folder, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--passerelle.data-dir=" + folder,
                "--passerelle.demo.password=" + PASSWORD,
                "--passerelle.mail.smtp-port=0"));
        arguments.addAll(List.of(more));
        Program program = new Program(application.run(arguments.toArray(String[]::new)));
        program.liftCaps();
        return program;
    }

    /** The bench books more in an hour than anybody may, even in the demo. */
    private void liftCaps() {
        DirectoryUpdates updates = context.getBean(DirectoryUpdates.class);
        updates.replace(updates.text().replaceAll("(openBookings|bookingsAnHour): [0-9]+", "$1: 100000000"));
    }

    ApiClient clientOf(String email) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return new ApiClient(URI.create("http://127.0.0.1:" + port), basic(email)).withToken();
    }

    /** A browser that has signed in. */
    TestClient browserOf(String email) {
        return browserOf(email, PASSWORD);
    }

    TestClient browserOf(String email, String password) {
        TestClient browser = DemoNetwork.client(port()).withCookies();
        browser.signIn(email, password);
        return browser;
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    void replaceDirectory(String yaml) {
        context.getBean(DirectoryUpdates.class).replace(yaml);
        liftCaps();
    }

    static String basic(String email) {
        byte[] pair = (email + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    Person person(String email) {
        return context.getBean(Accounts.class).person(new EmailAddress(email)).orElseThrow();
    }

    Directory directory() {
        return context.getBean(Directories.class).current();
    }

    /** The program's own database, by a driver of the bench's own with the same promises. */
    MongoDatabase store() {
        return driver.getDatabase(EmbeddedMongo.DATABASE);
    }

    @Override
    public void close() {
        driver.close();
        context.close();
    }
}
