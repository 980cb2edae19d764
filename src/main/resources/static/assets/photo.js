// Makes a picture small enough before it is sent, and a JPEG of whatever the browser can show. Without it the file goes as it is.
(() => {
    const input = document.querySelector("input[data-shrink]");
    if (!input) {
        return;
    }
    input.addEventListener("change", async () => {
        const file = input.files[0];
        if (!file) {
            return;
        }
        try {
            const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
            const scale = Math.min(1, Number(input.dataset.shrink) / Math.max(picture.width, picture.height));
            const canvas = document.createElement("canvas");
            canvas.width = Math.max(1, Math.round(picture.width * scale));
            canvas.height = Math.max(1, Math.round(picture.height * scale));
            const brush = canvas.getContext("2d");
            brush.fillStyle = "white";
            brush.fillRect(0, 0, canvas.width, canvas.height);
            brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
            const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", 0.85));
            if (blob && input.files[0] === file) {
                const files = new DataTransfer();
                files.items.add(new File([blob], "photo.jpg", { type: "image/jpeg" }));
                input.files = files.files;
            }
        } catch {
            // No picture that this browser knows: the server says what is wrong.
        }
    });
})();
