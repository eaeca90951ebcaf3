// The editor is JavaScript by nature: this page alone is outside the budgets.
export const csr = true;
