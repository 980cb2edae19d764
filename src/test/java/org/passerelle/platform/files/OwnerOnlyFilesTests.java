package org.passerelle.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.platform.files.OwnerOnlyFiles.Tightened;

class OwnerOnlyFilesTests {

    @TempDir
    private Path folder;

    private static void open(Path path, String permissions) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void makesFoldersAndFilesForTheirOwnerAlone() throws Exception {
        Path deep = folder.resolve("data/db");

        OwnerOnlyFiles.createFolders(deep);
        OwnerOnlyFiles.createFile(deep.resolve("lock"));
        OwnerOnlyFiles.createFile(deep.resolve("lock"));

        assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
        assertThat(permissions(deep)).isEqualTo("rwx------");
        assertThat(permissions(deep.resolve("lock"))).isEqualTo("rw-------");
    }

    @Test
    void takesTheRightsOfOthersAndLeavesTheOwnersAsTheyWere() throws Exception {
        Path mail = Files.createDirectory(folder.resolve("mail"));
        Path letter = Files.writeString(mail.resolve("letter.eml"), "");
        Path script = Files.writeString(folder.resolve("script"), "");
        open(folder, "rwx------");
        open(mail, "rwxrwxr-x");
        open(letter, "r--rw-r--");
        open(script, "rwxr-xr-x");

        assertThat(OwnerOnlyFiles.tighten(folder)).isEqualTo(new Tightened(3, 0));

        assertThat(permissions(mail)).isEqualTo("rwx------");
        assertThat(permissions(letter)).isEqualTo("r--------");
        assertThat(permissions(script)).isEqualTo("rwx------");
        assertThat(OwnerOnlyFiles.tighten(folder)).isEqualTo(new Tightened(0, 0));
    }

    @Test
    void followsNoLinkOutOfTheFolder(@TempDir Path elsewhere) throws Exception {
        Path calendar = Files.writeString(elsewhere.resolve("holidays.ics"), "");
        open(calendar, "rw-r--r--");
        Files.createSymbolicLink(folder.resolve("holidays.ics"), calendar);
        Files.createSymbolicLink(folder.resolve("calendars"), elsewhere);

        OwnerOnlyFiles.tighten(folder);

        assertThat(permissions(calendar)).isEqualTo("rw-r--r--");
    }

    @Test
    void tightensTheFolderThatALinkStandsFor(@TempDir Path disk) throws Exception {
        Path data = Files.createDirectory(disk.resolve("data"));
        open(data, "rwxr-xr-x");
        Path link = Files.createSymbolicLink(folder.resolve("data"), data);

        OwnerOnlyFiles.createFolders(link);
        OwnerOnlyFiles.tighten(link);

        assertThat(permissions(data)).isEqualTo("rwx------");
    }

    @Test
    void hasNothingToDoBeforeTheFirstStart() throws Exception {
        assertThat(OwnerOnlyFiles.tighten(folder.resolve("none"))).isEqualTo(new Tightened(0, 0));
    }
}
