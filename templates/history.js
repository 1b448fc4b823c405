document.addEventListener("DOMContentLoaded", () => tools());
