// Passkeys. A form with data-passkey asks the server for options, the browser for a passkey, and is sent with the
// answer. Where the browser cannot do it, the form stays hidden, and the other way in is beside it.
const canDo = window.PublicKeyCredential?.parseRequestOptionsFromJSON && navigator.credentials;
document.documentElement.classList.toggle("has-passkeys", Boolean(canDo));

const asked = {
  get: async (options) =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  create: async (options) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
};

async function use(form) {
  const answer = await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
  if (answer.status === 422) {
    return say(form, (await answer.json()).join(". "));
  }
  if (!answer.ok || !answer.headers.get("content-type")?.startsWith("application/json")) {
    return say(form, "This did not work. Load the page again");
  }
  const credential = await asked[form.dataset.passkey](await answer.json());
  form.querySelector("[name='Input.Passkey']").value = JSON.stringify(credential);
  form.action = form.dataset.passkeyAction ?? form.action;
  form.submit();
}

function say(form, sentence) {
  const fault = form.querySelector(".passkey__fault");
  fault.textContent = sentence;
  fault.hidden = false;
}

for (const form of canDo ? document.querySelectorAll("[data-passkey]") : []) {
  const button = form.querySelector(".passkey__button");
  button.addEventListener("click", async () => {
    button.disabled = true;
    form.querySelector(".passkey__fault").hidden = true;
    try {
      await use(form);
    } catch {
      say(form, "Nothing was changed. Try again, or use the other way");
    } finally {
      button.disabled = false;
    }
  });
}
