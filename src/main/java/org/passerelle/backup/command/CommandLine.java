package org.passerelle.backup.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.backup.ProgressLog;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.platform.OpenStore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Does what {@code java -jar passerelle.jar COMMAND} asks for: with the settings of the program, and without starting it. Progress goes to
 * standard error, and one line of what came of it to standard output.
 */
public final class CommandLine {

    /** All went well. */
    public static final int DONE = 0;

    /** It was refused or failed, or a check found something wrong. */
    public static final int FAILED = 1;

    /** It is not a command. */
    public static final int USAGE = 2;

    private static final String HELP = """
            Usage: java -jar passerelle.jar COMMAND, with the environment variables of the program
              backup FILE [--without-keys]  write all data into a new file; also while the program runs
              restore FILE                  fill an empty data folder or database from it
              check [--repair]              look whether what is stored is as it must be; also while the program runs
              export DIR                    write what people can read into a new folder; also while the program runs
              import DIR                    book what such a folder holds and is not booked here; while the program runs, which books it
              help                          this text
            Without a command the program starts.""";

    private static final List<String> HELPS = List.of("help", "--help", "-h");

    private final PrintWriter out;
    private final PrintWriter progress;

    private CommandLine(PrintWriter out, PrintWriter progress) {
        this.out = out;
        this.progress = progress;
    }

    /** Whether the arguments of the program are a command, or meant to be one. Options begin with two dashes. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && (HELPS.contains(arguments[0]) || !arguments[0].startsWith("--"));
    }

    /** @return the exit status */
    public static int run(String... arguments) {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(out, err);
        return line.run(List.of(arguments), CommandLine::environment);
    }

    /** As {@link #run(String...)}, with an environment and outputs of the caller's. */
    static int run(List<String> arguments, ConfigurableEnvironment environment, PrintWriter out, PrintWriter progress) {
        return new CommandLine(out, progress).run(arguments, () -> environment);
    }

    /** What a command is done with. */
    private interface Settings {

        ConfigurableEnvironment read();
    }

    private int run(List<String> arguments, Settings settings) {
        if (HELPS.contains(arguments.get(0))) {
            out.println(HELP);
            return DONE;
        }
        Optional<Command> command = Command.of(arguments);
        if (command.isEmpty()) {
            progress.println(
                    "Not a command: " + String.join(" ", arguments)
                            + ". Usage: backup FILE [--without-keys] | restore FILE | check [--repair] | export DIR | import DIR | help");
            return USAGE;
        }
        try {
            ConfigurableEnvironment environment = settings.read();
            OpenStore.objection(environment).ifPresent(objection -> {
                throw new BackupRefused(objection);
            });
            ProgressLog log = progress::println;
            Commands.Outcome outcome = new Commands(environment, log).run(command.get());
            out.println(outcome.summary());
            return outcome.isGood() ? DONE : FAILED;
        } catch (BackupRefused e) {
            progress.println(e.getMessage());
        } catch (RuntimeException e) {
            progress.println(OpenStore.words(e).orElseGet(() -> "It failed: " + e));
        }
        return FAILED;
    }

    /** As the program reads it: its files, the profiles, the variables. */
    private static ConfigurableEnvironment environment() {
        SpringApplication reading = new SpringApplication(Nothing.class);
        reading.setWebApplicationType(WebApplicationType.NONE);
        reading.setInitializers(List.of());
        reading.setRegisterShutdownHook(false);
        reading.setDefaultProperties(Map.of("logging.threshold.console", "off"));
        try (ConfigurableApplicationContext context = reading.run()) {
            return context.getEnvironment();
        }
    }

    /** The whole of the context that the settings are read by. */
    static final class Nothing {}
}
