package org.passerelle.backup;

import java.util.Comparator;
import java.util.List;

/** The nights in a list. */
record RunsInMemory(List<BackupRun> runs) implements BackupRuns {

    @Override
    public boolean begin(BackupRun run) {
        return runs.stream().noneMatch(other -> other.night().equals(run.night())) && runs.add(run);
    }

    @Override
    public void end(BackupRun run) {
        runs.replaceAll(other -> other.night().equals(run.night()) ? run : other);
    }

    @Override
    public List<BackupRun> lately() {
        return runs.stream()
                .sorted(Comparator.comparing(BackupRun::night).reversed())
                .toList();
    }

    @Override
    public void forgetBefore(String night) {
        runs.removeIf(run -> run.night().compareTo(night) < 0);
    }
}
