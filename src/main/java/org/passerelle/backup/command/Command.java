package org.passerelle.backup.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was asked for.
 *
 * @param operand the file or folder; empty for a check
 * @param isOption whether its one option was given
 */
record Command(CommandName name, String operand, boolean isOption) {

    /** The commands, with how many operands they take and what option they know. */
    enum CommandName {
        BACKUP(1, "--without-keys"),
        RESTORE(1, ""),
        CHECK(0, "--repair"),
        EXPORT(1, ""),
        IMPORT(1, "");

        private final int operands;
        private final String option;

        CommandName(int operands, String option) {
            this.operands = operands;
            this.option = option;
        }
    }

    /** Empty if it is none. */
    static Optional<Command> of(List<String> arguments) {
        return Arrays.stream(CommandName.values())
                .filter(name -> name.name().toLowerCase(Locale.ROOT).equals(arguments.get(0)))
                .findFirst()
                .flatMap(name -> of(name, arguments.subList(1, arguments.size())));
    }

    private static Optional<Command> of(CommandName name, List<String> rest) {
        List<String> options =
                rest.stream().filter(each -> each.startsWith("--")).toList();
        List<String> operands =
                rest.stream().filter(each -> !each.startsWith("--")).toList();
        boolean isOption = options.equals(List.of(name.option));
        if (operands.size() != name.operands || operands.contains("") || !(options.isEmpty() || isOption)) {
            return Optional.empty();
        }
        return Optional.of(new Command(name, operands.isEmpty() ? "" : operands.get(0), isOption));
    }
}
